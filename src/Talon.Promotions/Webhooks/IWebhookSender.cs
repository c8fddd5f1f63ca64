namespace Talon.Promotions;

/// <summary>Makes calls to other systems.</summary>
public interface IWebhookSender
{
    /// <summary>Makes a call. Redirects are not followed, and addresses that are not public are refused.</summary>
    /// <returns>What went wrong, in words; null when the call was answered with success (2xx).</returns>
    Task<string?> SendAsync(WebhookRequest request, CancellationToken cancellation);
}
