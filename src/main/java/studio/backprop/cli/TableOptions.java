package studio.backprop.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import studio.backprop.data.Columns;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.OwnFile;
import studio.backprop.data.TableData;

/** Options for the columns of a table. */
final class TableOptions {
  /** Synonyms: classification, classes. */
  static final class TaskName implements ITypeConverter<Columns.Choice> {
    @Override
    public Columns.Choice convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "classes", "class", "classification" -> Columns.Choice.CLASSES;
        case "regression", "number" -> Columns.Choice.REGRESSION;
        default -> throw new TypeConversionException(value);
      };
    }
  }

  @Option(names = "--target", paramLabel = "COLUMN", descriptionKey = "cli.option.target")
  private String target;

  @Option(names = "--ignore", paramLabel = "COLUMN", arity = "1", descriptionKey = "cli.option.ignore")
  private List<String> ignored = new ArrayList<>();

  @Option(names = "--task", paramLabel = "classes|regression", converter = TaskName.class, descriptionKey = "cli.option.task")
  private Columns.Choice task;

  boolean given() {
    return target != null || !ignored.isEmpty() || task != null;
  }

  /** Inferred columns, changed by the options. */
  Columns applied(Columns usual, TableData table) {
    if (!given()) {
      return usual;
    }
    Columns columns = usual.reading() == Reading.ROWS ? usual : OwnFile.rows(table);
    String chosen = target == null ? columns.target() : target;
    List<String> out = Stream.concat(columns.leftOut().stream(), ignored(table).stream()).distinct()
        .filter(column -> !column.equals(chosen)).toList();
    return columns.withTarget(chosen).withLeftOut(out).withTask(task == null ? columns.task() : task);
  }

  /** Comma-separated names, unless a column has that name. */
  private List<String> ignored(TableData table) {
    return ignored.stream()
        .flatMap(name -> table.columns().contains(name) ? Stream.of(name) : Arrays.stream(name.split(",")).map(String::strip))
        .toList();
  }
}
