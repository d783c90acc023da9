package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Columns of a page stand below each other, and cards in more rows, where there is little room; and as before where there is more. */
@ExtendWith(ApplicationExtension.class)
class PageColumnsTest {
  private final Region wide = new Region();
  private final Region beside = new Region();
  private ScrollPane main;
  private ScrollPane other;
  private PageColumns columns;
  private CardRows cards;
  private List<Region> five;

  @Start
  void start(Stage stage) {
    main = Scrolled.upright(wide);
    other = Scrolled.upright(beside);
    columns = new PageColumns(main, List.of(other), main, other);
    five = List.of(new Label("a"), new Label("b"), new Label("c"), new Label("d"), new Label("e"));
    cards = new CardRows(2, "row", five.toArray(Region[]::new));
    stage.setScene(new Scene(new VBox(columns, cards), 900, 400));
    stage.sizeToScene();
    stage.show();
  }

  private static void onScreen(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  @Test
  void whatHasNoRoomBesideStandsBelow() {
    onScreen(() -> columns.resize(900, 300));
    assertThat(columns.stackedProperty().get()).isFalse();
    assertThat(main.getContent()).isSameAs(wide);
    assertThat(other.getContent()).isSameAs(beside);
    onScreen(() -> columns.resize(587, 257));
    assertThat(columns.stackedProperty().get()).isTrue();
    assertThat(((VBox) main.getContent()).getChildren()).containsExactly(wide, beside);
    assertThat(other.isVisible() || other.isManaged()).isFalse();
    onScreen(() -> columns.resize(900, 300));
    assertThat(main.getContent()).isSameAs(wide);
    assertThat(other.getContent()).isSameAs(beside);
    assertThat(other.isVisible() && other.isManaged()).isTrue();
  }

  private List<List<Node>> rows() {
    return cards.getChildren().stream()
        .map(row -> ((HBox) row).getChildren().stream().filter(five::contains).map(node -> (Node) node).toList()).toList();
  }

  @Test
  void cardsStandInMoreRowsAndWhatIsHiddenHasNoPlace() {
    onScreen(() -> assertThat(rows()).containsExactly(List.copyOf(five)));
    onScreen(() -> {
      cards.makeNarrow(true);
      assertThat(rows()).containsExactly(List.copyOf(five.subList(0, 2)), List.copyOf(five.subList(2, 4)), List.copyOf(five.subList(4, 5)));
      Sight.show(five.get(1), false);
      cards.arrange();
      assertThat(rows()).containsExactly(List.of(five.get(0), five.get(2)), List.of(five.get(3), five.get(4)));
      Sight.show(five.get(1), true);
      cards.makeNarrow(false);
      assertThat(rows()).containsExactly(List.copyOf(five));
    });
  }
}
