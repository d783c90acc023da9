package studio.backprop.ui.judge.evaluate.column;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;

/** Sort order of a table by header clicks: descending first, then ascending, then none. JavaFX's default begins with ascending. */
final class HeadSorting {
  /** Effect of a click. @param next empty for no order */
  private record Turn(TableColumn<FeatureRow, ?> column, Optional<SortType> next) {
  }

  private final TableView<FeatureRow> table;
  private Optional<Turn> turn = Optional.empty();

  HeadSorting(TableView<FeatureRow> table) {
    this.table = table;
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> turn = Optional.empty());
    // before the header handles it
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> turn = columnAt(event.getTarget()).filter(HeadSorting::isNumeric)
        .map(column -> new Turn(column, next(column))));
  }

  private static boolean isNumeric(TableColumn<FeatureRow, ?> column) {
    return ((FeatureColumn) column.getUserData()).numeric();
  }

  private Optional<TableColumn<FeatureRow, ?>> columnAt(EventTarget target) {
    Node at = target instanceof Node node ? node : null;
    while (at != null && !(at instanceof TableColumnHeader)) {
      at = at.getParent();
    }
    TableColumnBase<?, ?> column = at == null ? null : ((TableColumnHeader) at).getTableColumn();
    return table.getColumns().stream().filter(one -> one == column).findFirst();
  }

  private Optional<SortType> next(TableColumn<FeatureRow, ?> column) {
    if (!table.getSortOrder().contains(column)) {
      return Optional.of(SortType.DESCENDING);
    }
    return column.getSortType() == SortType.DESCENDING ? Optional.of(SortType.ASCENDING) : Optional.empty();
  }

  /** Corrects the order of a sort that a click has triggered. */
  void settle() {
    Optional<Turn> now = turn;
    turn = Optional.empty();
    now.ifPresent(clicked -> {
      clicked.next.ifPresent(clicked.column::setSortType);
      if (clicked.next.isEmpty()) {
        table.getSortOrder().remove(clicked.column);
      } else if (!table.getSortOrder().contains(clicked.column)) {
        table.getSortOrder().add(clicked.column);
      }
    });
  }
}
