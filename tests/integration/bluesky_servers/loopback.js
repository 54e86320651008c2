// Keeps every server of this process on this computer: some of them would listen to the world.
'use strict'
const net = require('node:net')

const HERE = '127.0.0.1'
const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (...given) {
  const [first, second] = given
  if (typeof first === 'number' || /^\d+$/.test(first)) {
    if (typeof second === 'string') given[1] = HERE
    else given.splice(1, 0, HERE)
  } else if (first && typeof first === 'object' && first.port !== undefined) {
    given[0] = { ...first, host: HERE }
  } else if (given.length === 0 || typeof first === 'function') {
    given.unshift(0, HERE)
  }
  return listen.apply(this, given)
}
