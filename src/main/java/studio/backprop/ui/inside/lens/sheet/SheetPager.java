package studio.backprop.ui.inside.lens.sheet;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Icon;

/** Pager of a large tensor. */
final class SheetPager extends HBox {
  private final LensDesk desk;
  private final Runnable turned;
  private final Label words = new Label();
  private Sheets sheets;
  private int part;

  /** @param turned called after a change of the part */
  SheetPager(LensDesk desk, Runnable turned) {
    this.desk = desk;
    this.turned = turned;
    words.getStyleClass().addAll("note", "mut");
    getChildren().addAll(step(Icon.CHEVRON_LEFT, "lens.page.previous", -1), words, step(Icon.CHEVRON_RIGHT, "lens.page.next", 1));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("gap-4");
  }

  private Button step(Icon icon, String key, int places) {
    Button arrow = desk.arrow(icon, key, () -> {
      part = Math.floorMod(part + places, sheets.parts());
      turned.run();
    });
    arrow.getStyleClass().add("small");
    return arrow;
  }

  /** Stays at the same part where there still is one. */
  void show(Sheets all) {
    sheets = all;
    part = Math.min(part, sheets.parts() - 1);
  }

  int part() {
    return part;
  }

  /**
   * Turns to the part with an element.
   *
   * @param place row-major
   */
  void turnTo(int place) {
    if (sheets.partOf(place) != part) {
      part = sheets.partOf(place);
      turned.run();
    }
  }

  /** Visible only where there are several parts. */
  void appear(boolean pages) {
    setVisible(pages);
    setManaged(pages);
  }

  void say() {
    int rows = sheets.rowsOf(part);
    int columns = sheets.columnsOf(part);
    String lines = desk.lang().say("lens.part", sheets.top(part) + 1, sheets.top(part) + rows, sheets.rows(), sheets.left(part) + 1,
        sheets.left(part) + columns, sheets.columns());
    String sheet = desk.lang().say("lens.sheet", sheets.sheet(part) + 1, sheets.pages());
    words.setText(sheets.pages() == 1 ? lines : sheets.parts() == sheets.pages() ? sheet : desk.lang()
        .say("lens.sheet_part", sheet, lines));
  }
}
