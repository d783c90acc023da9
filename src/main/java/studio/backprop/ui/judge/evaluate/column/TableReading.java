package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.project.Project;

/** Way of reading a table, whichever columns are left out. */
record TableReading(DataSettings settings, Optional<TableData> table) {
  static TableReading of(Project project) {
    DataSettings data = project.data();
    return new TableReading(data.withColumns(data.columns().withLeftOut(List.of())), project.table());
  }
}
