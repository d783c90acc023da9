package studio.backprop.ui.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.Columns;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.text.Message;
import studio.backprop.train.DataForm;
import studio.backprop.train.Project;

/** What a person's own tables hold, worked out once for each way of reading them, so that undo leads back at once. */
final class TableForms {
  private static final int MOST = 32;

  /** A table and how it is read. */
  private record Key(Optional<TableData> table, Columns columns) {}

  /** What it holds, or why it cannot be used. */
  record Found(Optional<DataForm> form, Optional<Message> problem) {}

  private final Map<Key, Found> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers what someone else has worked out in the background. */
  void know(TableData table, Columns columns, DataForm form) {
    known.put(new Key(Optional.of(table), columns), new Found(Optional.of(form), Optional.empty()));
  }

  /** Of a project whose data are not bundled. */
  Found of(Project project) {
    return known.computeIfAbsent(new Key(project.table(), project.data().columns()), key -> find(project));
  }

  private static Found find(Project project) {
    try {
      return new Found(Optional.of(DataForm.of(DatasetCatalog.load(project.data(), project.table(), Progress.NONE))), Optional.empty());
    } catch (DataProblem problem) {
      return new Found(Optional.empty(), Optional.of(problem.sentence()));
    }
  }
}
