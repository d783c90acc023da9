package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.SteadyRobot;

/** By keys alone from page to page of twin runs: each has its own list of commands, and its own page of keys. */
@Tag("story")
class PageCommandsStoryTest {
  private final FxRobot keys = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("circles"));
    keys.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes stand at the start", () -> window.shows("#keep-3") && !window.find("#twins-play").isDisabled());
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  /** Types into the list of commands, as a person does. */
  private void give(String typed) {
    keys.push(KeyCode.SHORTCUT, KeyCode.K);
    window.until("the list of commands", () -> window.shows("#command-search"));
    keys.write(typed);
    window.until("typed", () -> ((TextField) window.find("#command-search")).getText().equals(typed));
    keys.push(KeyCode.ENTER);
    window.until("closed", () -> !window.shows("#command-search"));
  }

  private List<String> shownKeys() {
    keys.push(KeyCode.F1);
    window.until("the page of keys", () -> window.shows(".shortcut-groups"));
    List<String> said = window.onScreen(() -> window.all(".shortcut-row > .label").stream().map(node -> ((Label) node).getText()).toList());
    keys.push(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shows(".shortcut-groups"));
    assertThat(window.shows(".twins")).as("Esc closes the uppermost alone").isTrue();
    return said;
  }

  @Test
  void everyPageIsReachedAndUsedByItsCommands() {
    give("compare: optim");
    window.until("optimizers are compared", () -> window.onScreen(() -> ((ToggleButton) window.find(
        "#propose-optimizers")).isSelected()));
    assertThat(shownKeys()).contains("Train one batch", "Find a command").doesNotContain("Add a layer after it");
    give("landscape");
    window.until("the landscape", () -> window.shows(".landscape"));
    give("rosenb");
    window.until("a test surface", () -> window.shows("#race-play"));
    assertThat(shownKeys()).contains("Move the start: left", "Present").doesNotContain("Next plane through the weights");
    give("run hist");
    window.until("the history", () -> window.shows("#tries-count"));
    assertThat(shownKeys()).contains("Copy as table");
    give("search for");
    window.until("the search", () -> window.shows("#search-said"));
    give("suggest");
    window.until("a space", () -> window.shows(".setting-head"));
    assertThat(shownKeys()).contains("Stop the selected trial");
    window.chooseLanguage(Texts.CHINESE);
    give("返回网络");
    window.until("the network", () -> !window.shows(".twins"));
    assertThat(window.shows(".middle")).isTrue();
  }

  @Test
  void aSampleIsOpenedFromAPageOverTheCanvas() {
    give("landscape");
    window.until("the landscape", () -> window.shows(".landscape"));
    give("optimizer race on");
    window.until("the sample shows its own twin runs", () -> window.document().nameProperty().get().equals("race-circles")
        && window.shows(".twins"));
  }

  @Test
  void theListGivesTheKeysBackToThePage() {
    Node before = window.onScreen(() -> window.find(".twins").getScene().getFocusOwner());
    keys.push(KeyCode.SHORTCUT, KeyCode.K);
    window.until("the list of commands", () -> window.shows("#command-search"));
    keys.push(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shows("#command-search"));
    Node after = window.onScreen(() -> window.find(".twins").getScene().getFocusOwner());
    assertThat(after).isSameAs(before);
    keys.push(KeyCode.RIGHT);
    window.until("a batch", () -> window.onScreen(() -> ((Label) window.find("#twins-step")).getText()).contains("1"));
  }
}
