using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Where jobs stand.</summary>
internal static class JobRows
{
    /// <summary>The partition of all jobs.</summary>
    public const string Partition = "jobs";

    /// <summary>The key of a job.</summary>
    public static string Key(long id) => KeyText.Number(id);

    /// <summary>Reads a row.</summary>
    public static JobRow Decode(Row row) => RowCodec.Decode(row.Body, RowJson.Default.JobRow);

    /// <summary>The body of a row.</summary>
    public static byte[] Encode(JobRow job) => RowCodec.Encode(job, RowJson.Default.JobRow);
}
