package studio.backprop.data;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.generate.Circles;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.tensor.Shape;

/**
 * The datasets on offer, in the order in which they are shown. A new one is a generator or a file, one line here, and its title and
 * description among the texts.
 */
public final class DatasetCatalog {
  /** The id that stands for a table of the user's own; it is not in the list. */
  public static final String OWN_TABLE = "csv";

  private static final List<DatasetInfo> ALL =
      List.of(
          points("circles", Task.CLASSES, new Circles()),
          classTable("iris", 150, 4, 3, "species"));

  private DatasetCatalog() {}

  private static DatasetInfo points(String id, Task task, PointGenerator generator) {
    int classes = task == Task.CLASSES ? 2 : 0;
    return new DatasetInfo(id, DatasetInfo.Kind.GENERATED, task, 500, Shape.of(2), classes, new Generated(generator));
  }

  private static DatasetInfo classTable(String id, int examples, int features, int classes, String target) {
    return new DatasetInfo(
        id, DatasetInfo.Kind.TABLE, Task.CLASSES, examples, Shape.of(features), classes, new BundledTable(target, 0));
  }

  public static List<DatasetInfo> all() {
    return ALL;
  }

  public static Optional<DatasetInfo> find(String id) {
    return ALL.stream().filter(info -> info.id().equals(id)).findFirst();
  }

  /**
   * Loads the chosen dataset. Not for the window's thread.
   *
   * @param ownTable the user's table, for {@link #OWN_TABLE}
   * @throws DataProblem if there is no such dataset, or the user's table cannot be used
   */
  public static Dataset load(DataSettings settings, Optional<TableData> ownTable, Progress progress) throws DataProblem {
    String id = settings.dataset();
    if (id.equals(OWN_TABLE)) {
      TableData table = ownTable.orElseThrow(() -> DataProblem.of("data.problem.no-table"));
      return TableEncoder.encode(table.name(), table, settings.columns());
    }
    DatasetInfo info = find(id).orElseThrow(() -> DataProblem.of("data.problem.unknown", id));
    return info.source().load(info, settings, progress);
  }
}
