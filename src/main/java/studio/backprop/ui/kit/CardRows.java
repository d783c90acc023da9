package studio.backprop.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cards side by side; wraps to fewer columns when narrow. Hidden cards take no space. */
public final class CardRows extends VBox {
  private final int few;
  private final String style;
  private List<? extends Region> cards = List.of();
  private List<? extends Region> placed = List.of();
  private boolean narrow;
  private boolean placedNarrow;

  /** @param few columns when narrow */
  public CardRows(int few, String style, Region... cards) {
    this.few = few;
    this.style = style;
    getStyleClass().add(style);
    setMinHeight(USE_PREF_SIZE);
    setCards(List.of(cards));
  }

  public void setCards(List<? extends Region> now) {
    cards = List.copyOf(now);
    arrange();
  }

  public void makeNarrow(boolean now) {
    narrow = now;
    arrange();
  }

  /** Lays out again after cards were replaced, shown or hidden. */
  public void arrange() {
    List<? extends Region> shown = cards.stream().filter(Node::isManaged).toList();
    if (shown.equals(placed) && narrow == placedNarrow) {
      return;
    }
    placed = shown;
    placedNarrow = narrow;
    getChildren().forEach(row -> ((HBox) row).getChildren().clear());
    getChildren().clear();
    int most = narrow ? few : Math.max(1, shown.size());
    for (int from = 0; from < shown.size(); from += most) {
      HBox row = new HBox();
      row.getStyleClass().add(style);
      row.getChildren().addAll(shown.subList(from, Math.min(shown.size(), from + most)));
      for (int place = shown.size(); place < from + most; place++) {
        Region empty = new Region();
        empty.setPrefWidth(1);
        HBox.setHgrow(empty, Priority.ALWAYS);
        row.getChildren().add(empty);
      }
      setVgrow(row, Priority.ALWAYS);
      getChildren().add(row);
    }
  }
}
