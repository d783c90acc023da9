package studio.backprop.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.design.palette.TableSettingsModel;
import studio.backprop.ui.judge.evaluate.column.ColumnEdits;

/** Excludes columns on the features page by editing the data settings. */
final class ColumnSettings implements ColumnEdits {
  private final TableSettingsModel table;
  /** Held strongly: mapped values are bound weakly. */
  private final ObservableValue<Boolean> possible;
  private final ObservableValue<List<String>> columns;
  private final ObservableValue<List<String>> leftOut;

  ColumnSettings(TableSettingsModel table) {
    this.table = table;
    this.possible = table.leavesOutProperty();
    this.columns = table.inputColumnsProperty();
    this.leftOut = table.leftOutProperty();
  }

  @Override
  public boolean possible() {
    return possible.getValue();
  }

  @Override
  public List<String> columns() {
    return columns.getValue();
  }

  @Override
  public List<String> leftOut() {
    return leftOut.getValue();
  }

  @Override
  public void set(List<String> some, boolean out) {
    table.setLeftOut(some, out);
  }

  @Override
  public void replace(List<String> out) {
    table.replaceLeftOut(out);
  }
}
