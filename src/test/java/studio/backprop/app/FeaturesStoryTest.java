package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.ui.judge.evaluate.column.FeatureRow;
import studio.backprop.ui.kit.SteadyRobot;

/** The page of features ranks the columns of a table, leaves one out and takes it in again, and can be read in both languages and sizes. */
@Tag("story")
class FeaturesStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void open(double width, double height, String sample) throws Exception {
    window = StudioWindow.show(width, height);
    begin(sample);
  }

  private void begin(String sample) {
    window.open(Path.of(sample));
    window.until("a run", () -> window.run().runProperty().get() != null);
    window.command("command.features");
  }

  private void trained() {
    window.onScreen(() -> {
      window.run().control().steps(20);
      return null;
    });
    window.until("the figures of the network", () -> text("#features-step").endsWith("20"));
  }

  private String text(String selector) {
    return ((Label) window.find(selector)).getText();
  }

  private int rows() {
    return window.onScreen(() -> ((TableView<?>) window.find("#feature-table")).getItems().size());
  }

  private List<String> tooWide() {
    return window.onScreen(() -> window.all(".metrics .scroll-pane").stream().map(ScrollPane.class::cast)
        .filter(pane -> pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + 1)
        .map(pane -> pane.getContent() + ": " + pane.getContent().getLayoutBounds().getWidth()).toList());
  }

  @Test
  void aLineNamesTheColumnsOfACellWhereThereIsNoRoomBesideIt() throws Exception {
    open(1280, 720, "breast-cancer");
    window.until("the columns", () -> window.shows("#feature-table") && rows() == 30);
    assertThat(text("#correlation-cell")).startsWith("Point at a cell");
    window.onScreen(() -> {
      window.find("#correlations").requestFocus();
      return null;
    });
    robot.push(KeyCode.DOWN);
    assertThat(text("#correlation-cell")).matches("\\w+ and \\w+: −?\\d\\.\\d{3}");
    window.onScreen(() -> {
      window.find("#feature-table").requestFocus();
      return null;
    });
    assertThat(text("#correlation-cell")).startsWith("Point at a cell");
  }

  @Test
  void aColumnIsLeftOutByKeyTakenBackAndUsedAgain() throws Exception {
    open(1600, 960, "wine");
    window.until("the columns", () -> window.shows("#feature-table") && rows() == 13);
    assertThat(text("#features-step")).startsWith("Train at least one step");
    trained();
    window.onScreen(() -> {
      TableView<?> table = (TableView<?>) window.find("#feature-table");
      table.requestFocus();
      table.getSelectionModel().select(columns().indexOf("ash"));
      return null;
    });
    window.until("the row is chosen", () -> text("#chosen-columns").equals("ash"));
    robot.push(KeyCode.DELETE);
    window.until("it is left out", () -> leftOut().equals(List.of("ash")));
    assertThat(rows()).as("it stays in the table").isEqualTo(13);
    window.onScreen(() -> {
      window.document().undo();
      return null;
    });
    assertThat(leftOut()).isEmpty();
    window.onScreen(() -> {
      window.document().redo();
      return null;
    });
    assertThat(leftOut()).containsExactly("ash");
    window.press("leave-out");
    window.until("it is used again", () -> leftOut().isEmpty());
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".metrics").isVisible());
  }

  private List<String> columns() {
    return table().getItems().stream().map(FeatureRow::column).toList();
  }

  @SuppressWarnings("unchecked")
  private TableView<FeatureRow> table() {
    return (TableView<FeatureRow>) window.find("#feature-table");
  }

  @Test
  void theLargestImportanceComesFirstAndEachHeadBeginsWithTheLargest() throws Exception {
    open(1280, 720, "wine");
    window.until("the columns", () -> window.shows("#feature-table") && rows() == 13);
    List<String> ofFile = window.onScreen(this::columns);
    trained();
    window.until("sorted", () -> falls(FeatureRow::mean));
    click(1);
    assertThat(falls(FeatureRow::variance)).as("the largest first").isTrue();
    click(1);
    assertThat(window.onScreen(this::columns)).as("the smallest first").isEqualTo(window.onScreen(() -> table().getItems().stream()
        .sorted(Comparator.comparingDouble(FeatureRow::variance)).map(FeatureRow::column).toList()));
    click(1);
    assertThat(window.onScreen(this::columns)).as("as in the file").isEqualTo(ofFile);
    click(2);
    assertThat(falls(FeatureRow::information)).isTrue();
  }

  private boolean falls(ToDoubleFunction<FeatureRow> figure) {
    return window.onScreen(() -> {
      double[] values = table().getItems().stream().mapToDouble(figure).toArray();
      return IntStream.range(1, values.length).allMatch(i -> values[i] <= values[i - 1]);
    });
  }

  private void click(int column) {
    Bounds head = window.onScreen(() -> {
      Node header = window.all("#feature-table .column-header").stream().filter(TableColumnHeader.class::isInstance)
          .filter(node -> ((TableColumnHeader) node).getTableColumn() == table().getColumns().get(column)).findFirst().orElseThrow();
      return header.localToScreen(header.getBoundsInLocal());
    });
    robot.clickOn(head.getCenterX(), head.getCenterY());
    window.nextFrames();
  }

  private List<String> leftOut() {
    return window.onScreen(() -> window.document().project().data().columns().leftOut());
  }

  /** Who leaves out one column after the other hits the one below the pointer, not another that has moved there. */
  @Test
  void theOrderStaysWhenAColumnIsLeftOut() throws Exception {
    open(1600, 960, "wine");
    window.until("the columns", () -> window.shows("#feature-table") && rows() == 13);
    trained();
    window.onScreen(() -> {
      sortByLast();
      return null;
    });
    List<String> before = names();
    window.onScreen(() -> {
      ((TableView<?>) window.find("#feature-table")).requestFocus();
      ((TableView<?>) window.find("#feature-table")).getSelectionModel().select(3);
      return null;
    });
    window.until("the row is chosen", () -> text("#chosen-columns").equals(before.get(3)));
    robot.push(KeyCode.DELETE);
    window.until("it is left out", () -> leftOut().equals(List.of(before.get(3))));
    trained();
    assertThat(names()).isEqualTo(before);
  }

  private List<String> names() {
    return window.onScreen(() -> ((TableView<?>) window.find("#feature-table")).getItems().stream()
        .map(row -> ((FeatureRow) row).column()).toList());
  }

  /** By importance, the last column with numbers. */
  private <T> void sortByLast() {
    @SuppressWarnings("unchecked") // the test does not care of what the rows are
    TableView<T> table = (TableView<T>) window.find("#feature-table");
    table.getSortOrder().setAll(List.of(table.getColumns().get(table.getColumns().size() - 2)));
  }

  @Test
  void columnsAreEliminatedAndSomeAreKept() throws Exception {
    open(1280, 720, "wine");
    window.until("the columns", () -> window.shows("#feature-table") && !window.find("#run-elimination").isDisabled());
    window.press("run-elimination");
    Bounds plot = window.onScreen(() -> {
      Node card = window.all(".plot-card").stream().reduce((first, last) -> last).orElseThrow();
      return card.localToScene(card.getBoundsInLocal());
    });
    Bounds page = window.onScreen(() -> window.find(".metrics").localToScene(window.find(".metrics").getBoundsInLocal()));
    assertThat(plot.getMaxY()).as("its plot is in view").isLessThanOrEqualTo(page.getMaxY());
    window.until("trained", () -> !window.shows("#cancel-elimination") && window.shows("#keep-columns"));
    window.press("keep-columns");
    window.until("others are left out", () -> !leftOut().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height, "breast-cancer");
    window.until("the columns", () -> window.shows("#feature-table") && rows() == 30);
    Inspection inspection = new Inspection(window, width, height, ".metrics");
    inspection.lookInEachLanguage("features before training");
    for (String sample : List.of("breast-cancer", "auto-mpg", "wine")) {
      robot.push(KeyCode.ESCAPE);
      begin(sample);
      window.until("the columns", () -> window.shows("#feature-table") && rows() > 5);
      trained();
      window.onScreen(() -> {
        ((TableView<?>) window.find("#feature-table")).getSelectionModel().select(1);
        return null;
      });
      inspection.lookInEachLanguage("features of " + sample);
      assertThat(tooWide()).as("nothing of " + sample + " is beyond the edge").isEmpty();
    }
    robot.push(KeyCode.ESCAPE);
    begin("digits-cnn");
    inspection.lookInEachLanguage("features of images");
    assertThat(inspection.faults()).isEmpty();
  }
}
