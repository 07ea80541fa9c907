/**
 * The whole look of the page: light and dark, screen and paper, a hall and a telephone. Colours are told apart by
 * everybody (Okabe and Ito's blue and vermilion), and never say anything that no word says.
 */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--ink:#16202a;--dim:#5a6772;--line:#d5dce2;--card:#f4f7f9;--you:#0b5fa5;--bad:#b84300;--good:#00694b;--other:#6b7680;--fork:#8a2f83}
@media (prefers-color-scheme:dark){:root{--bg:#11171d;--ink:#e6ecf1;--dim:#9fadb9;--line:#33404b;--card:#1a232c;--you:#6db9f2;--bad:#ff9a57;--good:#4fd1a5;--other:#9aa7b2;--fork:#e79be0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{overflow-x:clip;max-width:1080px;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:3rem 0 .5rem;padding-top:1rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:0 0 .25rem}
p{margin:.4rem 0;max-width:70ch}
.dim,figcaption{color:var(--dim);font-size:.9rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.75rem;margin:1rem 0 0;padding:0}
.facts div{background:var(--card);border-radius:.5rem;padding:.7rem .9rem}
.facts dt{color:var(--dim);font-size:.85rem}
.facts dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.2}
.finding{background:var(--card);border-radius:.5rem;border-left:.4rem solid var(--fork);padding:.8rem 1rem;margin:1rem 0}
.finding.good{border-color:var(--good)}
.finding .gain{float:right;font-size:1.4rem;font-weight:700;margin-left:1rem;text-align:right;line-height:1.1}
.finding .gain small{display:block;font-size:.75rem;font-weight:400;color:var(--dim)}
.finding dl{display:grid;grid-template-columns:5.5rem 1fr;gap:.2rem .8rem;margin:.4rem 0}
.finding dt{color:var(--dim)}.finding dd{margin:0}
figure{margin:1rem 0}
.plot{position:relative;margin:1.4rem 1.6rem 1.6rem 3rem}
.plot.named{margin-right:9.5rem}
.plot svg{display:block;width:100%;height:100%;overflow:visible}
.plot path,.plot line{vector-effect:non-scaling-stroke;fill:none}
.plot .grid{stroke:var(--line);stroke-width:1}
.plot span{position:absolute;font-size:.8rem;line-height:1.1;color:var(--dim);white-space:nowrap}
.plot span.x{top:calc(100% + .3rem);transform:translateX(-50%)}
.plot span.y{right:calc(100% + .4rem);transform:translateY(-50%)}
.plot span.name{left:calc(100% + .5rem);transform:translateY(-50%);white-space:normal;width:9rem;font-weight:600}
.plot span.at{transform:translate(.4rem,-120%);color:var(--ink)}.plot span.at.late{transform:translate(calc(-100% - .4rem),-120%)}
.plot circle{fill:var(--you)}
.you{stroke:var(--you);stroke-width:3}.day{stroke:var(--other);stroke-width:2;stroke-dasharray:6 4}.expert{stroke:var(--good);stroke-width:2}.silent{stroke:var(--bad);stroke-width:2;stroke-dasharray:2 3}.fork{stroke:var(--fork);stroke-width:2.5;stroke-dasharray:10 4}
.plot span.n-you{color:var(--you)}.plot span.n-day{color:var(--other)}.plot span.n-expert{color:var(--good)}.plot span.n-silent{color:var(--bad)}.plot span.n-fork{color:var(--fork)}
.tip{stroke:var(--bad);stroke-width:2.5}
.plot path.over{fill:var(--bad);fill-opacity:.12;stroke:none}
.zooms>input{margin:0 .3rem 0 0}.zooms>label{margin-right:1rem;white-space:nowrap}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;margin-top:.5rem;background:var(--card)}
.wide{width:100%;min-width:100%;padding:0 .5rem}
#z3:checked~.scroll .wide{width:300%}#z10:checked~.scroll .wide{width:1000%}
.lane{position:relative;height:3.1rem;border-bottom:1px solid var(--line)}
.lane:last-child{border:0}
.lane svg{position:absolute;inset:1.15rem 0 0;width:100%;height:1.9rem}
.lane b{position:sticky;left:.5rem;display:inline-block;font-size:.8rem;font-weight:600}
.lane b i{font-style:normal;font-weight:400;color:var(--dim)}
.lane path{fill:var(--you);fill-opacity:.35;stroke:var(--you);stroke-width:1.5;vector-effect:non-scaling-stroke}
.lane.share path{fill:var(--bad);stroke:var(--bad)}
.marks u,.marks a{position:absolute;bottom:.2rem;width:.5rem;height:1.4rem;margin-left:-.25rem;border-radius:2px;background:var(--you);text-decoration:none}
.marks .page{background:var(--bad);height:.9rem}.marks .milestone{background:var(--good);height:1.4rem;width:.3rem}.marks .hypothesis,.marks .prediction{background:var(--fork)}
.marks a:hover{outline:2px solid var(--ink)}
.hours{height:1.5rem}.hours .late{border-left:0;border-right:1px solid var(--line);transform:translateX(-100%);padding:0 .2rem 0 0;white-space:nowrap}.hours span{position:absolute;font-size:.75rem;color:var(--dim);border-left:1px solid var(--line);padding-left:.2rem}
.cheese{display:grid;grid-template-columns:repeat(auto-fit,minmax(118px,1fr));margin:1rem 0;padding:0;list-style:none}
.cheese li{padding-bottom:.8rem}
.cheese svg{display:block;width:100%;height:96px}
.cheese rect{fill:var(--card);stroke:var(--dim);stroke-width:1.5;vector-effect:non-scaling-stroke}
.cheese circle{fill:var(--bg);stroke:var(--dim)}
.cheese line{stroke:var(--bad);stroke-width:3}
.cheese .faint rect{stroke-dasharray:3 3}
.cheese .faint line{stroke-dasharray:5 4}
.cheese p{margin:0;padding:0 .4rem;font-size:.85rem}
.cheese p+p{color:var(--dim)}
.lesson{margin:1.5rem 0;max-width:100%}.lesson>ul{padding-left:1.2rem;max-width:72ch}.lesson>ul:not(.loops) li{margin:.25rem 0}
.loops{list-style:none;margin:1rem 0 0;padding:0}.loops>li{padding:.6rem 0 .5rem;border-top:1px solid var(--line)}.loops h3,.loops h4{margin:0;font-size:1rem}.loops p{margin:.1rem 0;font-size:.9rem}
.loop{display:grid;grid-template-columns:5.6rem 1fr;gap:1rem;align-items:start}.loop svg{width:5.6rem;height:6.8rem}.loop dl{display:grid;grid-template-columns:5.5rem 1fr;gap:.1rem .8rem;margin:.3rem 0;font-size:.9rem}.loop dt{color:var(--dim)}.loop dd{margin:0}
.loop rect{fill:var(--card);stroke:var(--dim);stroke-width:1.5}.loop path{fill:none;stroke-width:2.5;stroke-linecap:round}
.loop .does{stroke:var(--you)}.loop .held{stroke:var(--ink)}.loop .back.true{stroke:var(--good)}.loop .back.late{stroke:var(--fork);stroke-dasharray:5 5}.loop .back.wrong{stroke:var(--bad)}
.band{display:block;width:100%;height:1.3rem;background:var(--card)}.band .wrong{fill:var(--bad)}.band .late{fill:var(--fork)}.band .hand{fill:var(--you)}
.keys span{display:inline-block;margin-right:1rem;padding-left:.5rem;border-left:.8rem solid var(--bad);font-size:.85rem}.keys .late{border-color:var(--fork)}.keys .hand{border-color:var(--you)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
th{color:var(--dim);font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th,td.id,td:not(.full){overflow-wrap:break-word}
td.t{font-variant-numeric:tabular-nums;white-space:nowrap}
code{font:0.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.refused,.failed,.did{color:var(--bad)}
.commitment{font-size:1.2rem;border-left:.4rem solid var(--you);padding:.4rem 1rem}
h4{font-size:1rem;margin:.2rem 0}
a{color:var(--you)}a:focus-visible,summary:focus-visible,textarea:focus-visible,pre:focus-visible{outline:3px solid var(--you);outline-offset:2px}
textarea{width:100%;margin:.4rem 0;padding:.4rem .5rem;font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:.3rem}
.guide{background:var(--card);border-radius:.5rem;padding:.4rem 1rem;margin-top:1.5rem}.guide ol{padding-left:1.3rem;max-width:72ch}.guide li{margin:.5rem 0}
.link code{user-select:all}
.frame{display:none}
.frame:target{display:block;position:fixed;inset:auto 0 0;z-index:2;max-height:92vh;overflow:auto;padding:.6rem 1rem 1rem;background:var(--bg);border-top:3px solid var(--you);box-shadow:0 -1rem 3rem #0006;outline:0}
.frame nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:baseline;max-width:1080px;margin:0 auto}.frame nav b{font-size:1.1rem}.frame .close{margin-left:auto}
.frame ul{max-width:1080px;margin:.3rem auto;padding:0;list-style:none;font-size:.85rem;color:var(--dim)}
.frame pre{width:fit-content;max-width:100%;overflow-x:auto;margin:.4rem auto 0;padding:.6rem .8rem;border-radius:.4rem;background:#11171d;color:#e6ecf1;font:clamp(8.5px,1.28vw,14px)/1.28 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.frame pre>span{display:block;min-height:1.28em}.frame i{font-style:normal}.frame .d{color:#9fadb9}.frame .t{font-weight:700}.frame .s{color:#11171d;background:#e6ecf1}.frame .w{color:#f0c050}.frame .b{color:#ff9a57;font-weight:700}
b.col{display:none}
.legs span{display:inline-block;margin-right:1rem;padding-left:.5rem;border-left:.8rem solid var(--dim);font-size:.85rem}
.strips{display:grid;gap:.35rem;margin:.6rem 0 1rem}.strips div{display:grid;grid-template-columns:minmax(12rem,26rem) 1fr;gap:.8rem;align-items:center}.strips span{font-size:.85rem}.strips svg{width:100%;height:.9rem;background:var(--card)}
.strips .leg0{fill:var(--other)}.strips .leg1{fill:var(--bad)}.strips .leg2{fill:var(--fork)}.strips .leg3{fill:var(--you)}
.legs .leg0{border-color:var(--other)}.legs .leg1{border-color:var(--bad)}.legs .leg2{border-color:var(--fork)}.legs .leg3{border-color:var(--you)}
summary{cursor:pointer;padding:.4rem 0;font-weight:600}
@media (max-width:600px){
.zooms>label{margin-right:.5rem}
.finding .gain{float:none;text-align:left;margin:0 0 .3rem}.finding .gain small{display:inline;margin-left:.4rem}
.lane{height:4.4rem}.lane svg{inset:2.4rem 0 0}.lane b{width:calc(100vw - 4.5rem);line-height:1.2}.hours,.marks{height:3.4rem}.hours{height:1.5rem}
.plot{margin-left:2.6rem;margin-right:1rem}
.plot.named{margin-right:1rem;margin-bottom:1.8rem}
.plot.named span.name{left:auto;right:.2rem;width:auto;max-width:60%;text-align:right;background:color-mix(in srgb,var(--bg) 80%,transparent);transform:translateY(-110%)}
.loop{grid-template-columns:3.6rem 1fr;gap:.6rem}.loop svg{width:3.6rem;height:4.4rem}.loop dl{grid-template-columns:1fr;gap:0}
.finding dl{grid-template-columns:1fr;gap:0}.finding dt{margin-top:.3rem}
b.col{display:inline;font-weight:400;color:var(--dim)}.strips div{grid-template-columns:1fr;gap:.1rem}
table.stack thead{display:none}table.stack tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--line)}table.stack td{display:inline;border:0;padding:0 .4rem 0 0;text-align:left}table.stack td.full{display:block}
}
@media print{
:root{color-scheme:light;--bg:#fff;--ink:#000;--dim:#444;--line:#bbb;--card:#fff;--you:#0b5fa5;--bad:#b84300;--good:#00694b;--other:#555;--fork:#8a2f83}
body{font-size:10.5pt}main{max-width:none;padding:0}
.zooms>input,.zooms>label{display:none}.wide{width:100%!important}
.screen,.frame:target,textarea:placeholder-shown{display:none}.finding a{display:none}a{color:inherit;text-decoration:none}
.aside:not([open]){display:none}details::details-content{display:block;content-visibility:visible;block-size:auto}summary{list-style:none}th,td{overflow-wrap:break-word}
h2,h3,h4,summary{break-after:avoid}h2{margin-top:1.5rem}.finding,figure:not(:has(.loops)),tr,.lane,.cheese li,.loops li{break-inside:avoid}
.finding,.facts div{border:1px solid var(--line)}.finding{border-left:.4rem solid var(--fork)}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
