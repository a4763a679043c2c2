using System.Data.Common;
using Broadsheet.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Broadsheet.Bench.Archive;

/// <summary>
/// Writes rows of one table in bulk: prepared inserts on SQLite, COPY on PostgreSQL. Columns and their forms come from the model,
/// so that a column which is added to the product later is filled with its type's nothing.
/// </summary>
internal sealed class BulkTable
{
    private readonly List<object?[]> _rows = [];
    private readonly IProperty[] _columns;
    private readonly int[] _places;
    private readonly object?[] _nothing;
    private readonly string _table;
    private readonly DbConnection _connection;
    private DbCommand? _insert;

    /// <param name="db">An open database.</param>
    /// <param name="entity">Whose table it is.</param>
    /// <param name="given">Names of the properties that each row gives, in its order.</param>
    public BulkTable(BroadsheetDb db, Type entity, params string[] given)
    {
        var type = db.Model.FindEntityType(entity)!;
        _connection = db.Database.GetDbConnection();
        _table = type.GetTableName()!;
        _columns = [.. type.GetProperties().Where(p => given.Contains(p.Name) || (!p.IsNullable && p.ValueGenerated == ValueGenerated.Never))];
        _places = Array.ConvertAll(_columns, c => Array.IndexOf(given, c.Name));
        _nothing = Array.ConvertAll(_columns, c => Stored(c, c.ClrType == typeof(string) ? "" : c.ClrType.IsValueType ? Activator.CreateInstance(c.ClrType) : null));
        if (given.Except(_columns.Select(c => c.Name)).FirstOrDefault() is { } unknown) throw new ArgumentException($"{entity.Name} has no property {unknown}.", nameof(given));
    }

    /// <summary>Adds a row; it is written with the next <see cref="Flush"/>.</summary>
    public void Add(params object?[] values)
    {
        var row = new object?[_columns.Length];
        for (var i = 0; i < row.Length; i++) row[i] = _places[i] < 0 ? _nothing[i] : Stored(_columns[i], values[_places[i]]);
        _rows.Add(row);
    }

    /// <summary>Writes what was added.</summary>
    public void Flush(DbTransaction? transaction)
    {
        if (_connection is NpgsqlConnection postgres) Copy(postgres);
        else Insert(transaction);
        _rows.Clear();
    }

    private static object? Stored(IProperty column, object? value)
    {
        if (value is null) return null;
        var mapping = column.GetRelationalTypeMapping();
        return mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private void Copy(NpgsqlConnection connection)
    {
        using var copy = connection.BeginBinaryImport($"COPY \"{_table}\" ({string.Join(", ", _columns.Select(c => $"\"{c.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)");
        var types = Array.ConvertAll(_columns, c => c.GetRelationalTypeMapping().StoreTypeNameBase);
        foreach (var row in _rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) copy.Write(value, types[i]);
                else copy.WriteNull();
            }
        }
        copy.Complete();
    }

    private void Insert(DbTransaction? transaction)
    {
        _insert ??= Prepare();
        _insert.Transaction = transaction;
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++) _insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            _insert.ExecuteNonQuery();
        }
    }

    private SqliteCommand Prepare()
    {
        var command = ((SqliteConnection)_connection).CreateCommand();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = $"INSERT INTO \"{_table}\" ({string.Join(", ", _columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES ({string.Join(", ", _columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < _columns.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        return command;
    }
}
