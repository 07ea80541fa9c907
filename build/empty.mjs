// Stands in for packages that the bundle never reaches (react-devtools-core).
export default {};
