/** What each shell runs at Tab: it asks `complete` and hands on what comes, or offers files where it says so. */
export const SHELL_SCRIPTS = {
	bash: `_outage_oncall() {
	local line
	COMPREPLY=()
	while IFS= read -r line; do
		if [ "$line" = :files ]; then
			compopt -o default 2>/dev/null
			return
		fi
		COMPREPLY+=("\${line%%$'\\t'*}")
	done < <(outage-oncall complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _outage_oncall outage-oncall`,
	zsh: `#compdef outage-oncall
_outage_oncall() {
	local -a lines
	lines=("\${(@f)$(outage-oncall complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
	if [[ "$lines[1]" == :files ]]; then
		_files
	elif [[ -n "$lines[1]" ]]; then
		local -a described
		described=("\${(@)lines//:/\\\\:}")
		described=("\${(@)described/$'\\t'/:}")
		_describe 'outage-oncall' described
	fi
}
compdef _outage_oncall outage-oncall`,
	fish: `function __outage_oncall_complete
	set -l typed (commandline -opc) (commandline -ct)
	set -l lines (outage-oncall complete -- $typed[2..-1] 2>/dev/null)
	if test "$lines" = :files
		__fish_complete_path (commandline -ct)
	else
		string join \\n -- $lines
	end
end
complete -c outage-oncall -f -a '(__outage_oncall_complete)'`,
} as const;
