using System;

namespace Sqo.Qualification;

/// <summary>A value of an opportunity that data can name.</summary>
internal abstract class Field<T>(string name, NamedSelector<T, DateTime?>? date)
{
    public string Name => name;

    /// <summary>Reads it for a decay, if it is a date.</summary>
    public NamedSelector<T, DateTime?>? Date => date;

    /// <summary>The type of its value, for messages.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Whether its selector takes <c>asOf</c>.</summary>
    public virtual bool TakesAsOf => false;

    /// <summary>Whether a delegate is the selector of this field.</summary>
    public abstract bool Owns(INamedSelector selector);

    /// <summary>Starts a criterion on it, as the program would.</summary>
    public abstract IOperators Ask(CriteriaBuilder<T> builder, string id);
}
