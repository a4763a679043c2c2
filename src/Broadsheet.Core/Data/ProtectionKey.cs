namespace Broadsheet.Core.Data;

/// <summary>A key of ASP.NET Core data protection: all nodes of a newspaper share them through the database.</summary>
public sealed class ProtectionKey
{
    /// <summary>Internal key.</summary>
    public long Id { get; private set; }

    /// <summary>The key ring's own name for it.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML; encrypted where a key file is set.</summary>
    public required string Xml { get; init; }
}
