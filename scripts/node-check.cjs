// Old syntax on purpose: this file must at least parse on any Node, to be able to say that it is too old.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error('unable to run; Node ' + process.versions.node + ' is too old, install Node 20.19 or newer (nodejs.org)');
  process.exit(1);
}
var script = process.argv[2];
process.argv.splice(1, 2, require('path').join(__dirname, script));
var load = new Function('path', 'return import(path)');
load(require('url').pathToFileURL(process.argv[1]).href).catch(function (error) {
  console.error(error && error.remedy ? error.message : error);
  process.exit(1);
});
