namespace MutualInfo.Tool.Variables;

/// <summary>What a file's numbers are taken for.</summary>
internal enum VariableRole
{
    /// <summary>What their type says: integers in one column are labels, all else is samples.</summary>
    ByType,

    /// <summary>Names of classes.</summary>
    Labels,

    /// <summary>Numbers.</summary>
    Samples,
}
