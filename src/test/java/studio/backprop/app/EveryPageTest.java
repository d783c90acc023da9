package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.project.Project;
import studio.backprop.store.Origin;
import studio.backprop.store.Recovery;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.learn.course.CoursePage;

/**
 * As {@link EveryScreenTest}, for what lies over the window or comes up for a moment: the start screen, notices, the tour, pages, menus,
 * boxes, blocks and notes.
 */
@Tag("story")
class EveryPageTest {
  @TempDir Path home;
  private StudioWindow window;
  private Inspection inspection;

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    leaveSomethingBehind();
    window = StudioWindow.showStart(width, height, remembered());
    inspection = new Inspection(window, width, height);
    try {
      notices();
      for (Texts texts : Texts.all()) {
        inspection.speak(texts);
        startScreen();
        pages();
        window.open(Path.of("digits-cnn"));
        tour();
        canvas();
        menus();
        boxes();
      }
    } finally {
      window.close();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  /** Two projects that a crash left behind. */
  private void leaveSomethingBehind() throws Exception {
    Recovery recovery = new Recovery(home.resolve("recovery"));
    Instant then = Instant.parse("2026-03-05T09:07:00Z");
    for (String name : List.of("Penguins of three islands", "digits-cnn")) {
      try (RecoverySlot slot = recovery.newSlot()) {
        slot.write(Saved.of(Project.EMPTY), new Origin(name, Optional.of(home.resolve(name + ".backprop")), then));
      }
    }
  }

  /** A project that can be opened, one that is damaged, and one that is gone. */
  private Preferences remembered() throws IOException {
    Path sound = home.resolve("my digits.backprop");
    try (InputStream sample = Sample.find("digits-cnn").orElseThrow().open()) {
      Files.copy(sample, sound);
    }
    Path damaged = Files.writeString(home.resolve("an experiment with a rather long name, second try.backprop"), "not a project");
    Preferences preferences = new Preferences(home.resolve("window.properties"));
    Instant now = Instant.now();
    int place = 0;
    for (Path file : List.of(sound, damaged, home.resolve("gone.backprop"))) {
      preferences.set("recent." + place, now.minus(Duration.ofDays(place)).toEpochMilli() + " " + file);
      place++;
    }
    return preferences;
  }

  private void notices() {
    window.offerLeftovers();
    window.until("offered", () -> window.shows("#recovery-restore"));
    inspection.lookInEachLanguage("notice");
    window.press("recovery-discard");
    inspection.lookInEachLanguage("notice discarded");
    window.press("recovery-close");
    window.press("recovery-close");
  }

  private void startScreen() {
    window.opening(() -> window.document().open(Project.EMPTY, "", Optional.empty()));
    window.home();
    window.until("recent", () -> window.all(".recent-row .note").stream().noneMatch(line -> ((Label) line).getText().isEmpty()));
    inspection.look("start");
    window.press("all-samples");
    inspection.look("start with all samples");
    window.press("all-samples");
  }

  private void pages() {
    page(KeyCode.F1, false, "keys");
    page(KeyCode.COMMA, true, "preferences");
    window.command("command.glossary");
    inspection.look("glossary");
    search("#glossary-search", "xyzzy");
    inspection.look("glossary without a term");
    window.key(KeyCode.ESCAPE);
    window.press("back-to-project");
    inspection.look("empty project");
    window.command("command.worksheets");
    inspection.look("worksheets");
    window.press("sheet-check");
    window.press("sheet-key");
    inspection.look("worksheet with its key");
    window.key(KeyCode.ESCAPE);
    lessons();
    page(KeyCode.K, true, "commands");
    window.command(KeyCode.K);
    search("#command-search", "xyzzy");
    inspection.look("no command");
    window.key(KeyCode.ESCAPE);
  }

  private void lessons() {
    window.command("command.lessons");
    window.until("lessons", () -> !((ListView<?>) window.find("#course-list")).getItems().isEmpty());
    inspection.look("lessons");
    search("#course-search", "xyzzy");
    inspection.look("no lesson");
    search("#course-search", "");
    window.choose(CoursePage.Side.PLANS);
    inspection.look("class plans");
    window.choose(CoursePage.Side.LESSONS);
    window.key(KeyCode.ESCAPE);
  }

  private void page(KeyCode key, boolean control, String name) {
    if (control) {
      window.command(key);
    } else {
      window.key(key);
    }
    inspection.look(name);
    window.key(KeyCode.ESCAPE);
  }

  private void search(String field, String words) {
    window.onScreen(() -> {
      ((TextField) window.find(field)).setText(words);
      return null;
    });
  }

  private void tour() {
    window.command("command.tour");
    for (int stop = 1; window.shows(".tour-card"); stop++) {
      inspection.look("tour " + stop);
      window.press("tour-next");
      window.nextFrames();
    }
  }

  /** A note, a group, a block of one's own, and what is said when nodes are gone. */
  private void canvas() {
    window.command("note.add");
    inspection.look("new note");
    window.key(KeyCode.ESCAPE);
    menuOf(".designer-canvas", "menu of the canvas");
    menuOf(".designer-wire", "menu of a wire");
    select("conv_1", "pool_1");
    menuOf(".designer-node.convolution", "menu of nodes");
    window.command("group.make");
    inspection.look("new group");
    window.key(KeyCode.ENTER);
    window.command("block.keep");
    inspection.look("new block");
    search(".rename-field", "My block");
    window.key(KeyCode.ENTER);
    window.until("kept", () -> window.all(".chip").stream().anyMatch(chip -> ((Label) chip).getText().equals("My block")));
    window.onScreen(() -> {
      window.document().select(List.of());
      return null;
    });
    window.showRoom(0);
    inspection.look("blocks");
    window.command("menu.layer");
    inspection.look("quick menu");
    window.key(KeyCode.ESCAPE);
    select("conv_2");
    window.command("menu.layer");
    inspection.look("quick menu of a node");
    window.key(KeyCode.ESCAPE);
    window.onScreen(() -> {
      window.document().edit(Message.of("edit.remove", 1), network -> network.remove(List.copyOf(window.document().selection())));
      return null;
    });
    window.until("said", () -> window.shows(".toast"));
    inspection.look("toast");
  }

  private void select(String... names) {
    window.onScreen(() -> {
      window.document().select(List.of(names).stream().map(name -> window.document().network().named(name).orElseThrow().id()).toList());
      return null;
    });
    window.nextFrames();
  }

  private void menuOf(String selector, String name) {
    window.onScreen(() -> {
      Node node = window.find(selector);
      Bounds place = node.localToScreen(node.getBoundsInLocal());
      double x = place.getCenterX();
      double y = place.getCenterY();
      Event.fireEvent(node, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, place.getWidth() / 2, place.getHeight() / 2, x,
          y, false, new PickResult(node, x, y)));
      return null;
    });
    assertThat(popups()).as(name).isNotEmpty();
    inspection.look(name);
    window.onScreen(() -> {
      popups().forEach(Window::hide);
      return null;
    });
  }

  private static List<Window> popups() {
    return Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList();
  }

  private void menus() {
    menuOf(".dock .plot.curve .focus-frame", "menu of a curve");
    menuOf(".dock .plot.flow .focus-frame", "menu of the flow");
    for (Node menu : window.onScreen(() -> List.copyOf(window.all(".menu-button")))) {
      if (menu.isVisible() && menu.getScene() != null) {
        window.onScreen(() -> {
          ((MenuButton) menu).show();
          return null;
        });
        inspection.look("menu " + menu.getId());
        window.onScreen(() -> {
          ((MenuButton) menu).hide();
          return null;
        });
      }
    }
  }

  private void boxes() {
    Message reason = Message.of("store.open", "my digits.backprop", Message.of("store.damaged"));
    window.onScreen(() -> {
      window.boxes().tell(Message.of("files.problem"), List.of(reason));
      return null;
    });
    inspection.look("box of a damaged file");
    pressInBox();
    javafx.application.Platform.runLater(() -> window.boxes().unsaved(Message.of("files.unsaved.sentence", "Penguins of three islands")));
    inspection.look("box of unsaved work");
    pressInBox();
  }

  /** The last button of a box closes it without doing anything. */
  private void pressInBox() {
    window.onScreen(() -> {
      List<Node> buttons = ((Parent) window.find(".question-foot")).getChildrenUnmodifiable();
      ((ButtonBase) buttons.get(buttons.size() - 1)).fire();
      return null;
    });
    window.nextFrames();
  }
}
