package studio.backprop.ui.workspace.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.Columns;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.SequenceSettings;
import studio.backprop.data.TableData;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Cache of table forms by settings, so that undo is immediate. Thread-safe. */
final class TableForms {
  private static final int MOST = 32;

  /** A table and its settings. */
  private record Key(String dataset, Optional<TableData> table, Columns columns, SequenceSettings sequence) {
    static Key of(Optional<TableData> table, DataSettings settings) {
      boolean own = settings.dataset().equals(DatasetCatalog.OWN_TABLE);
      return new Key(settings.dataset(), own ? table : Optional.empty(), settings.columns(), settings.sequence());
    }
  }

  private final Map<Key, TableForm> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TableForm> eldest) {
          return size() > MOST;
        }
      };

  /** Adds a form computed elsewhere. */
  synchronized void know(Optional<TableData> table, DataSettings settings, TableForm form) {
    known.put(Key.of(table, settings), form);
  }

  /** Form of a project with the user's own table, or a bundled one without some columns. */
  synchronized TableForm of(Project project) {
    String dataset = project.data().dataset();
    if (!dataset.equals(DatasetCatalog.OWN_TABLE) && DatasetCatalog.find(dataset).isEmpty()) {
      return unknown(project);
    }
    return known.computeIfAbsent(Key.of(project.table(), project.data()), key -> TableForm.of(key.table(), project.data()));
  }

  /** The dataset is not in this version's catalog. */
  private static TableForm unknown(Project project) {
    return new TableForm(Optional.empty(), Optional.of(Message.of("data.problem.unknown", project.data().dataset())));
  }
}
