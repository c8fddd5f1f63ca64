namespace Talon.CampaignTests;

/// <summary>A file that is not a file of campaign tests.</summary>
public sealed class TestFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with where it stands.</param>
    /// <param name="inner">What was found.</param>
    public TestFileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
