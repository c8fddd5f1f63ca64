using Microsoft.Extensions.Logging;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>The application, put together over what this host provides. It loads nothing before it is asked.</summary>
public sealed class TalonApplication
{
    /// <summary>Puts it together.</summary>
    public TalonApplication(FunctionsSettings settings, PromotionPorts ports, ILoggerFactory loggers)
    {
        var promotions = new PromotionServices(ports);
        var account = new AccountSetup(new SetupContext(promotions.Configurations, promotions.Ids, ports.Clock, ports.Random));
        var keys = new KeyAuthenticator(new Authenticator(promotions.Configurations, ports.Clock));
        Api = new Api(
            ApiServices.From(promotions, account, ports.Clock),
            new BootstrapAuthenticator(keys, account, settings),
            ports.Clock,
            loggers.CreateLogger<Api>());
        Queues = promotions.Queues;
        TrustedProxies = settings.TrustedProxies;
        LoyaltySweep = promotions.LoyaltySweep;
    }

    /// <summary>The operations.</summary>
    public Api Api { get; }

    /// <summary>Proxies whose word on the caller's address is believed.</summary>
    public IpRanges TrustedProxies { get; }

    /// <summary>What the queue functions call.</summary>
    public QueueHandlers Queues { get; }

    /// <summary>What a timer function calls.</summary>
    public LoyaltySweep LoyaltySweep { get; }
}
