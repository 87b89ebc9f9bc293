using System;

namespace Sqo.Qualification.PluginCheck
{
    /// <summary>Stands for the interface of that name in the SDK of Dataverse, which this check has no need of.</summary>
    public interface IPlugin
    {
        /// <summary>Runs when a record is written.</summary>
        /// <param name="serviceProvider">Gives the context of the operation, which has the record.</param>
        void Execute(IServiceProvider serviceProvider);
    }
}
