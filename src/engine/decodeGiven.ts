import { list, object, text } from './wire';

/** How a container was connected to a network: what was asked for, without what the engine adds by itself. */
export interface GivenSettings {
  /** The address that was asked for; on an overlay the engine notes there the one that it chose (engine 20.10). */
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
  readonly aliases: readonly string[];
  readonly links: boolean;
  readonly driverOptions: boolean;
  /** Not zero (API 1.48). */
  readonly gatewayPriority: boolean;
}

/** Reads them of `GET /containers/{id}/json`; undefined where the container is not on the network there. Never throws. */
export function decodeGiven(
  raw: unknown,
  network: { readonly id: string; readonly name: string },
): GivenSettings | undefined {
  const { Id, Config, NetworkSettings } = object(raw);
  const found = Object.entries(object(object(NetworkSettings).Networks)).find(
    ([name, value]) => name === network.name || object(value).NetworkID === network.id,
  );
  if (found === undefined) {
    return undefined;
  }
  const settings = object(found[1]);
  const asked = object(settings.IPAMConfig);
  const { GwPriority } = settings;
  // Before API 1.45 the engine adds the short id and the host name, and would do so again.
  const own = [text(Id)?.slice(0, 12), text(object(Config).Hostname)];
  return {
    ipv4: text(asked.IPv4Address),
    ipv6: text(asked.IPv6Address),
    aliases: list(settings.Aliases)
      .flatMap((alias) => text(alias) ?? [])
      .filter((alias) => !own.includes(alias)),
    links: list(settings.Links).length > 0,
    driverOptions: Object.keys(object(settings.DriverOpts)).length > 0,
    gatewayPriority: typeof GwPriority === 'number' && GwPriority !== 0,
  };
}
