package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.PaintedWord;
import studio.backprop.ui.kit.Painting;

/** In the smallest window, the whole of a node is seen from inside without scrolling. One window shows them one after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("story")
class LensFitsTest {
  private StudioWindow window;

  @BeforeAll
  void open() throws TimeoutException {
    window = StudioWindow.show(1280, 720);
  }

  @AfterAll
  void close() throws TimeoutException {
    window.close();
  }

  @AfterEach
  void leave() {
    window.speak(Texts.ENGLISH);
    window.key(KeyCode.ESCAPE);
    window.until("the canvas is back", () -> !window.shows(".lens"));
  }

  private void lookInto(String sample, String node) {
    window.open(Path.of(sample));
    window.onScreen(() -> {
      window.run().trainer().playSteps(3);
      return null;
    });
    window.until("trained", () -> window.run().snapshot().filter(seen -> seen.step() == 3).isPresent() && !window.run().playing());
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named(node).orElseThrow().id()));
      return null;
    });
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows(".lens > .inside > *") && !((Label) window.find(".lens > .foot > .note"))
        .getText().isEmpty());
    window.nextFrames();
  }

  @ParameterizedTest
  @CsvSource({"circles,dense_1", "circles,dense_2", "prose-attention,dense_1", "digits-cnn,dense_1", "digits-cnn,conv_1",
      "digits-cnn,conv_2", "digits-cnn,pool_1",
      "recall-lstm,lstm_1", "prose-attention,attn_1", "digits-conv-autoencoder,deconv_1"})
  void nothingLiesBelowTheFold(String sample, String node) {
    lookInto(sample, node);
    for (Texts texts : Texts.all()) {
      window.speak(texts);
      window.nextFrames();
      assertThat(hidden()).as(sample + " " + node + " " + texts.locale()).isEmpty();
      assertThat(window.faults().stream().filter(fault -> fault.contains("lens") || fault.contains("painted") || fault.contains("conv")))
          .isEmpty();
    }
  }

  /** How much of the main picture has to be scrolled to. */
  private List<String> hidden() {
    return window.onScreen(() -> {
      List<String> hidden = new ArrayList<>();
      for (Node node : window.all(".lens > .inside .scroll-pane")) {
        ScrollPane scroll = (ScrollPane) node;
        boolean aside = scroll.getStyleClass().contains("beside") || scroll.getStyleClass().contains("filters");
        double over = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        if (!aside && over > 1) {
          hidden.add(scroll.getStyleClass() + " by " + over);
        }
      }
      return hidden;
    });
  }

  @Test
  void theReceptiveFieldHasATabWhereItHasNoRoomBesideTheMaps() {
    lookInto("digits-cnn", "conv_1");
    assertThat(window.shows(".lens .receptive")).isFalse();
    window.onScreen(() -> {
      window.all(".lens .tools .segmented .toggle-button").stream()
          .filter(button -> ((ToggleButton) button).getText().equals("Receptive field"))
          .map(ToggleButton.class::cast).filter(Node::isVisible).findFirst().orElseThrow().fire();
      return null;
    });
    window.until("it is there", () -> window.shows(".lens .receptive") && !window.shows(".lens .backward"));
    assertThat(hidden()).isEmpty();
    List<String> words = window.onScreen(() -> window.all(".lens .receptive .label").stream().map(label -> ((Label) label).getText())
        .toList());
    assertThat(words).as("of conv_2 3 + 1 + 2 · 2 pixels each way").contains("8×8")
        .anyMatch(note -> note.contains("sizes count the padding"));
  }

  @Test
  void thePoolShowsTheGradientsOfItsCellsBesideThemWhereTheWindowIsLow() {
    lookInto("digits-cnn", "pool_1");
    List<Node> slopes = window.onScreen(() -> window.all(".lens .tensor .slopes").stream().filter(Node::isVisible).toList());
    assertThat(slopes).as("of input and output").hasSize(2);
    List<Node> values = window.onScreen(() -> window.all(".lens .tensor .cell-grid").stream().filter(grid -> !slopes.contains(grid))
        .toList());
    assertThat(values).hasSize(2).allMatch(grid -> grid.getLayoutBounds().getHeight() > 4 * 26, "its numbers are written");
    assertThat(window.onScreen(() -> slopes.get(0).localToScene(0, 0).getY() - values.get(0).localToScene(0, 0).getY())).isZero();
  }

  @Test
  void whoAddsUpTheProductsOfAConvolutionFindsTheSumThatIsSaid() {
    for (String node : List.of("conv_1", "conv_2")) {
      lookInto("digits-cnn", node);
      List<String> words = window.onScreen(() -> ((Parent) window.find(".sum-line")).getChildrenUnmodifiable().stream()
          .map(label -> ((Label) label).getText()).toList());
      double added = words.stream().filter(word -> word.matches("[+−]? ?[\\d.]+( \\(bias\\))?")).mapToDouble(LensFitsTest::number).sum();
      String sum = words.stream().filter(word -> word.matches("= [\\d.]+")).findFirst().orElseThrow();
      assertThat(words.size()).as("%s", words).isGreaterThan(6);
      assertThat(added).as("%s", words).isCloseTo(number(sum), within(0.6 * Math.pow(10, -decimals(sum))));
      assertThat(words).contains("ReLU(z) " + sum);
      String said = window.onScreen(() -> ((Label) window.find(".lens > .foot > .label")).getText());
      assertThat(said).contains(": " + sum.substring(2));
      leave();
    }
  }

  private static double number(String word) {
    return Double.parseDouble(word.replace('−', '-').replaceAll("[^-\\d.]", ""));
  }

  private static int decimals(String word) {
    return word.length() - word.indexOf('.') - 1;
  }

  @Test
  void theHeadsOfTheFiltersStandWholeOverTheFirst() {
    lookInto("digits-cnn", "conv_1");
    double first = window.onScreen(() -> window.find(".filters .filter").localToScene(0, 0).getY());
    for (Node head : window.all(".filter-heads > .label")) {
      Bounds place = window.onScreen(() -> head.localToScene(head.getLayoutBounds()));
      assertThat(place.getMaxY()).isLessThanOrEqualTo(first);
      assertThat(window.onScreen(() -> head.prefHeight(-1))).isLessThanOrEqualTo(place.getHeight());
    }
  }

  @Test
  void whatAnAttentionWritesIsToldRightFromWrongByASignToo() {
    lookInto("prose-attention", "attn_1");
    List<String> words = window.onScreen(() -> window.all(".lens .painted > *").stream().filter(Painting.class::isInstance)
        .flatMap(painting -> ((Painting) painting).words().stream()).map(PaintedWord::text).toList());
    assertThat(words).contains("✗").doesNotContain("should be");
    assertThat(words.stream().filter(word -> word.equals("✗") || word.equals("✓"))).hasSize(48);
  }
}
