package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import studio.backprop.text.Texts;

/** The help that the window gives: its page of keys, which is that of the guide, and its glossary. */
@Tag("story")
class HelpStoryTest {
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "keys have other signs there")
  void theTableOfKeysIsThePageOfKeysInTheWindow() throws IOException {
    for (Texts texts : Texts.all()) {
      window.chooseLanguage(texts);
      window.key(KeyCode.F1);
      String table = window.onScreen(() -> table((Pane) window.find(".shortcut-groups"), texts));
      window.key(KeyCode.ESCAPE);
      Written.check(Path.of("docs", "guide", texts.locale().getLanguage(), "keyboard.md"), table);
    }
  }

  @Test
  void theGlossaryOpensAtTheTermThatTheFocusedFieldIsAbout() {
    window.onScreen(() -> {
      window.find("#rate").lookup(".text-field").requestFocus();
      return null;
    });
    window.command("command.glossary");
    assertThat(shownTerm()).isEqualTo("Learning rate");
    window.onScreen(() -> {
      ((Hyperlink) window.find(".glossary-related .hyperlink")).fire();
      return null;
    });
    assertThat(shownTerm()).isEqualTo("Gradient");
    window.key(KeyCode.ESCAPE);
  }

  private String shownTerm() {
    return window.onScreen(() -> ((Label) window.find(".glossary-entry .lesson-title")).getText());
  }

  private static String table(Pane page, Texts texts) {
    boolean chinese = texts == Texts.CHINESE;
    StringBuilder table = new StringBuilder(chinese ? "| 操作 | 按键 |\n| --- | --- |\n" : "| what | key |\n| --- | --- |\n");
    for (Node line : page.getChildren()) {
      if (line instanceof Label group) {
        table.append("| **").append(group.getText()).append("** | |\n");
      } else {
        ((Parent) line).getChildrenUnmodifiable().forEach(row -> table.append(row((Parent) row)));
      }
    }
    return table.toString();
  }

  private static String row(Parent command) {
    String[] words = command.getChildrenUnmodifiable().stream()
        .filter(Label.class::isInstance).map(label -> ((Label) label).getText()).toArray(String[]::new);
    return "| " + words[0] + " | `" + words[1] + "` |\n";
  }
}
