// Loaded before the emulator: says on which port a service that was given port 0 listens.
const { Server } = require("node:net");

const listen = Server.prototype.listen;

Server.prototype.listen = function (...options) {
  this.once("listening", () => process.stdout.write(`port ${this.address().port}\n`));
  return listen.apply(this, options);
};
