/** Client address, trusted only behind named proxies, since Next.js passes any X-Forwarded-For on. */

import { BlockList, isIP } from 'node:net'

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const createBlockList = (blocks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/')
    if (prefix === undefined) list.addAddress(network, family(network))
    else list.addSubnet(network, Number(prefix), family(network))
  }
  return list
}

/** True for an address or a CIDR block. */
export const isAddressBlock = (text: string): boolean => {
  const [network = '', prefix, ...rest] = text.split('/')
  const bits = isIP(network) === 6 ? 128 : 32
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
  return isIP(network) !== 0 && isPrefix && rest.length === 0
}

/**
 * The rightmost address that is not one of `trustedProxies`, since the client can write what stands further left. Null
 * without named proxies.
 */
export const clientAddress = (headers: Headers, trustedProxies: readonly string[]): string | null => {
  if (trustedProxies.length === 0) return null
  const trusted = createBlockList(trustedProxies)
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) return null
    if (!trusted.check(hop, family(hop))) return hop
  }
  return null
}
