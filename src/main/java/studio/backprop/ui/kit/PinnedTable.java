package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.layout.Region;

/** Table with frozen columns that stay in view during horizontal scrolling. */
public class PinnedTable<T> extends TableView<T> {
  /** Horizontal scroll offset in px. */
  private final DoubleProperty shift = new SimpleDoubleProperty(this, "shift");
  private final List<TableColumnBase<?, ?>> pinned = new ArrayList<>();

  /** Freezes a column's header; {@link #pin(TableCell) pin} its cells where they are created. */
  protected final <C extends TableColumn<T, ?>> C pin(C column) {
    pinned.add(column);
    return column;
  }

  protected final <C extends TableCell<T, ?>> C pin(C cell) {
    stay(cell);
    return cell;
  }

  protected final void unpin() {
    pinned.clear();
  }

  private void stay(Region part) {
    part.getStyleClass().add("pinned");
    part.setViewOrder(-1); // above the scrolled columns
    part.translateXProperty().bind(shift);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = new TableViewSkin<>(this) {
      @Override
      protected TableHeaderRow createTableHeaderRow() {
        return new TableHeaderRow(this) {
          @Override
          protected NestedTableColumnHeader createRootHeader() {
            return new Heads();
          }
        };
      }
    };
    lookupAll(".scroll-bar").stream().filter(ScrollBar.class::isInstance).map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL).findFirst()
        .ifPresent(bar -> shift.bind(Bindings.when(bar.visibleProperty()).then(bar.valueProperty()).otherwise(0)));
    return skin;
  }

  private final class Heads extends NestedTableColumnHeader {
    Heads() {
      super(null);
    }

    @Override
    @SuppressWarnings("rawtypes") // raw type of the toolkit
    protected TableColumnHeader createTableColumnHeader(TableColumnBase column) {
      TableColumnHeader head = super.createTableColumnHeader(column);
      if (pinned.contains(column)) {
        stay(head);
      }
      return head;
    }
  }
}
