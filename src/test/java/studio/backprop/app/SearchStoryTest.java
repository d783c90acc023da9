package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.SteadyRobot;

/** The sample with a search space is searched by keys; the best trial becomes the project, and undo gives the project back. */
@Tag("story")
class SearchStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private String said(String selector) {
    return window.onScreen(() -> ((Label) window.find(selector)).getText());
  }

  private void openSearch(String sample) {
    window.open(Path.of(sample));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    window.until("the search is there", () -> window.shows("#search-play"));
  }

  private void budget(String epochs) {
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#search-budget").lookup(".text-field");
      field.setText(epochs);
      field.fireEvent(new ActionEvent());
      return null;
    });
  }

  private int rows() {
    return window.onScreen(() -> ((TableView<?>) window.find("#trials-table")).getItems().size());
  }

  @Test
  void aSearchIsPlayedAndItsBestTrialIsTheProjectUntilUndo() {
    openSearch("search-digits");
    assertThat(said("#search-said")).contains("budget of 270 epochs");
    budget("24");
    robot.push(KeyCode.RIGHT);
    window.until("one trial is done", () -> said("#search-said").startsWith("Paused. 1 trial"));
    robot.push(KeyCode.SPACE);
    window.until("the budget is spent", () -> said("#search-said").startsWith("Search finished"));
    assertThat(said("#search-place")).isEqualTo("24 / 24 epochs");
    assertThat(rows()).isGreaterThan(8);
    assertThat(said("#luck-said")).contains("one standard deviation", "not used to choose");
    theTableIsSortedByTheHeadThatIsClicked();
    robot.push(KeyCode.F5);
    window.until("a class sees it", () -> window.shows("#search-winner"));
    assertThat(said("#search-winner")).startsWith("Trial ").contains("Learning rate");
    assertThat(window.shows("#view-4")).isFalse();
    robot.push(KeyCode.ESCAPE);
    window.until("back on the page", () -> window.shows("#search-play") && !window.shows("#search-winner"));
    long seed = window.document().project().training().seed();
    window.onScreen(() -> {
      ((TableView<?>) window.find("#trials-table")).getSelectionModel().select(0);
      return null;
    });
    robot.push(KeyCode.ENTER);
    window.until("it is the project, with what it has learned", () -> window.document().project().training().seed() != seed
        && !window.run().history().epochs().isEmpty());
    assertThat(window.shows(".search-page")).isFalse();
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("taken back", () -> window.document().project().training().seed() == seed);
  }

  @SuppressWarnings("unchecked")
  private TableView<Trial> table() {
    return (TableView<Trial>) window.find("#trials-table");
  }

  private void theTableIsSortedByTheHeadThatIsClicked() {
    List<Trial> best = window.onScreen(() -> List.copyOf(table().getItems()));
    window.onScreen(() -> {
      TableColumn<Trial, ?> column = table().getColumns().stream().filter(one -> one.getId().equals("parameters")).findFirst()
          .orElseThrow();
      assertThat(column.isSortable() && column.isVisible()).isTrue();
      table().getSelectionModel().select(2);
      table().getSortOrder().setAll(List.of(column));
      return null;
    });
    List<Trial> sorted = window.onScreen(() -> List.copyOf(table().getItems()));
    assertThat(sorted).isNotEqualTo(best).isSortedAccordingTo(Comparator.comparingLong(Trial::parameters));
    assertThat(window.onScreen(() -> table().getSelectionModel().getSelectedItem())).as("the chosen trial stays").isEqualTo(best.get(2));
    window.onScreen(() -> {
      table().getSortOrder().clear();
      return null;
    });
    assertThat(window.onScreen(() -> List.copyOf(table().getItems()))).isEqualTo(best);
  }

  @Test
  void twinRunsOpenOnThePageThatSuitsTheProjectAndThenWhereTheyWereLeft() {
    window.open(Path.of("search-digits"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("its search", () -> window.shows("#search-play"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.open(Path.of("race-circles"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("its map", () -> window.shows("#landscape-time"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
    window.until("the run history", () -> window.shows("#tries-count"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("where it was left", () -> window.shows("#tries-count"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.open(Path.of("circles"));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes", () -> window.shows(".side-by-side"));
  }

  @ParameterizedTest
  @CsvSource({"search-digits, #search-play", "race-ravine, #landscape-time"})
  void aSampleAboutTwinsOrASearchShowsThemAtOnceAndItsNetworkBehindThem(String sample, String seen) {
    window.openAsItIs(Path.of(sample));
    window.until("its page", () -> window.shows(seen));
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("its network", () -> !window.shows(seen));
    assertThat(window.document().nameProperty().get()).isEqualTo(sample);
    window.openAsItIs(Path.of("iris"));
    assertThat(window.shows("#close-twins")).isFalse();
  }

  @Test
  void anAgentHasNothingToSearchByAndNoPlay() {
    window.open(Path.of("cartpole-dqn"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    window.until("it says why", () -> window.shows("#search-said"));
    assertThat(said("#search-said")).startsWith("This project trains an agent");
    assertThat(window.shows("#search-play")).isFalse();
    assertThat(window.shows("#search-trial")).isFalse();
    assertThat(window.shows("#search-rung")).isFalse();
  }

  private boolean isDown(String die) {
    return window.onScreen(() -> ((ToggleButton) window.find(die)).isSelected());
  }

  @Test
  void aDieBesideASettingPutsItIntoTheSearchSpaceAndUndoTakesItOut() {
    window.open(Path.of("circles"));
    window.until("the die is there", () -> window.shows("#die-rate"));
    assertThat(isDown("#die-rate")).isFalse();
    window.onScreen(() -> {
      window.find("#die-rate").requestFocus();
      return null;
    });
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    robot.push(KeyCode.TAB); // a focus that comes by keys takes Space; else Space would play
    robot.push(KeyCode.SPACE);
    window.until("it is searched", () -> isDown("#die-rate"));
    assertThat(window.document().undoNameProperty().get().toString()).contains("Add “Learning rate” to the search space");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("undone", () -> !isDown("#die-rate"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    window.until("redone", () -> isDown("#die-rate"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    window.until("the search has it", () -> window.shows("#bars-rate"));
    assertThat(said("#search-said")).contains("Ready");
  }

  @Test
  void anEmptySpaceSaysSoAndIsFilledByOneClick() {
    openSearch("circles");
    assertThat(said("#search-said")).contains("search space is empty");
    robot.push(KeyCode.SPACE);
    window.until("it cannot begin", () -> window.shows(".search-foot .warn"));
    window.press("suggest-settings");
    window.until("there are settings", () -> window.shows("#bars-rate"));
    assertThat(said("#search-said")).contains("Ready");
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#values-rate");
      field.setText("1..0.1");
      field.fireEvent(new ActionEvent());
      return null;
    });
    window.until("a range that falls is refused", () -> window.shows("#refused-rate"));
    budget("3");
    robot.push(KeyCode.SPACE);
    window.until("it says which", () -> said("#search-said").startsWith("The range of “Learning rate” must rise"));
    assertThat(window.onScreen(() -> window.find("#search-play").isDisabled())).isTrue();
    assertThat(rows()).isZero();
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#values-rate");
      field.setText("0.01..0.1");
      field.fireEvent(new ActionEvent());
      return null;
    });
    window.until("it can be searched", () -> said("#search-said").contains("Ready"));
    window.press("search-play");
    window.until("it is searched", () -> said("#search-said").startsWith("Search finished"));
    assertThat(rows()).isEqualTo(3);
    window.press("search-play");
    window.until("it says why nothing happens", () -> said("#search-said").startsWith("The budget is spent"));
    budget("4");
    window.until("it is no more", () -> said("#search-said").startsWith("Search finished"));
    window.press("search-play");
    window.until("it goes on", () -> rows() == 4);
  }

  @Test
  void homeLeavesTheSearch() {
    openSearch("circles");
    robot.push(KeyCode.ALT, KeyCode.HOME);
    window.until("the search is gone", () -> !window.shows("#search-play"));
  }
}
