import { isAddress, isLoopback, isPrivate } from '../model/address.ts'

/**
 * True where an allow list may let a webhook's sender in: providers send from public addresses, so a list of private
 * ones keeps them all out, and what is no address (a variable, a host name) may be anything.
 */
export function mayAdmitSender(entry: string): boolean {
  const address = entry.replace(/\/\d+$/, '')
  return !isAddress(address) || !(isPrivate(address) || isLoopback(address))
}
