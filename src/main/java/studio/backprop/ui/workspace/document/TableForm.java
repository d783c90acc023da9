package studio.backprop.ui.workspace.document;

import java.util.Optional;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.project.DataForm;
import studio.backprop.text.Message;

/** Form of a user's table under given settings, or why it cannot be used. */
public record TableForm(Optional<DataForm> form, Optional<Message> problem) {
  /** Reads every cell: too slow for the JavaFX thread with a long table. */
  public static TableForm of(Optional<TableData> table, DataSettings settings) {
    try {
      return new TableForm(Optional.of(DataForm.of(DatasetCatalog.load(settings, table, Progress.NONE), settings.scaling())),
          Optional.empty());
    } catch (DataProblem problem) {
      return new TableForm(Optional.empty(), Optional.of(problem.sentence()));
    }
  }
}
