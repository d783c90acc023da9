package studio.backprop.ui.inside.lens.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.setting.Size;
import studio.backprop.ui.inside.lens.sheet.CellGrid;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Palette;

/** Selectable list of a convolution's filters: each with its kernel, its map of the example, and the mean of that map. */
final class FilterList extends ScrollPane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double MAP_SIDE = 32;
  private static final int MAX_FILTERS = 64;

  private record Row(Button button, CellGrid kernel, CellGrid map, Label mean) {}

  private final LensDesk desk;
  private final IntConsumer chosen;
  private final VBox list = new VBox();
  private final HBox heads = new HBox();
  private final Label more = new Label();
  private final List<Row> rows = new ArrayList<>();

  FilterList(LensDesk desk, IntConsumer chosen) {
    this.desk = desk;
    this.chosen = chosen;
    getStyleClass().add("filters");
    more.getStyleClass().addAll("note", "mut");
    more.setWrapText(true);
    heads.getStyleClass().add("filter-heads");
    for (String key : new String[] {"lens.conv.head.kernel", "lens.conv.head.output", "lens.conv.head.mean"}) {
      Label head = new Label();
      head.textProperty().bind(desk.lang().bind(key));
      head.getStyleClass().addAll("note", "mut");
      head.setMinWidth(MAP_SIDE);
      head.setMinHeight(Region.USE_PREF_SIZE);
      heads.getChildren().add(head);
    }
    heads.getChildren().add(2, gap()); // the mean stands at the right edge
    heads.setMinHeight(Region.USE_PREF_SIZE);
    setContent(list);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /**
   * @param kernels weights of each, in the shown channel
   * @param maps one map after the other
   */
  void show(int all, IntFunction<float[]> kernels, Size kernel, float[] maps, Size map, int filter, float weightLimit, float mapLimit) {
    int count = Math.min(MAX_FILTERS, all);
    while (rows.size() < count) {
      add(rows.size());
    }
    int size = map.height() * map.width();
    for (int f = 0; f < count; f++) {
      Row row = rows.get(f);
      row.button().pseudoClassStateChanged(CHOSEN, f == filter);
      row.kernel().show(kernels.apply(f), kernel.height(), kernel.width(), weightLimit);
      row.kernel().fit(MAP_SIDE, MAP_SIDE);
      row.map().show(maps, f * size, map.width(), size, map.height(), map.width(), mapLimit);
      row.map().fit(MAP_SIDE, MAP_SIDE);
      float sum = 0;
      for (int i = 0; i < size; i++) {
        sum += maps[f * size + i];
      }
      row.mean().setText(desk.lang().numbers().compact(sum / size));
    }
    more.setText(all > MAX_FILTERS ? desk.lang().say("lens.conv.more", MAX_FILTERS, all) : "");
  }

  private void add(int filter) {
    CellGrid kernel = small();
    CellGrid map = small();
    map.colour(Palette::features);
    Label number = new Label(String.valueOf(filter + 1));
    number.getStyleClass().addAll("note", "mut", "filter-number");
    Label mean = new Label();
    mean.getStyleClass().addAll("note", "mut");
    mean.setMinWidth(Region.USE_PREF_SIZE);
    HBox content = new HBox(number, kernel, map, gap(), mean);
    content.getStyleClass().add("filter-row");
    Button button = new Button(null, content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("bare", "filter");
    button.setMaxWidth(Double.MAX_VALUE);
    button.accessibleTextProperty().bind(desk.lang().bind("lens.conv.filter", filter + 1));
    button.setOnAction(event -> chosen.accept(filter));
    rows.add(new Row(button, kernel, map, mean));
    list.getChildren().setAll(rows.stream().map(Row::button).toList());
    list.getChildren().add(0, heads);
    list.getChildren().add(more);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private CellGrid small() {
    CellGrid grid = new CellGrid(desk);
    grid.setFocusTraversable(false);
    grid.setMouseTransparent(true);
    return grid;
  }
}
