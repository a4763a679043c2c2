using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Web.Hosting;

/// <summary>
/// Addresses that are not the public Internet: whatever an outsider names, nothing is asked there. By the special-purpose
/// registries of RFC 6890 and what was added since, in IPv4, IPv6, and IPv4 wrapped in IPv6.
/// </summary>
public static class InternalAddresses
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for an address of this machine, of a private network, or of no use on the public Internet.</summary>
    public static bool Holds(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        // NAT64 (RFC 6052): the last four bytes are the IPv4 address that is really asked.
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address)) address = new IPAddress(address.GetAddressBytes()[^4..]);
        return address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) || Networks.Any(n => n.Contains(address));
    }
}
