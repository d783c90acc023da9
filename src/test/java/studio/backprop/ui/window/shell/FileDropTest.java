package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.kit.SteadyRobot;

@ExtendWith(ApplicationExtension.class)
class FileDropTest {
  private final FxRobot robot = new SteadyRobot();
  private static final Path LESSON = Path.of("taxi.zip");

  private final ManualPulse pulse = new ManualPulse();
  private final List<String> opened = new ArrayList<>();
  private Frame frame;
  private FileDrop drop;

  @Start
  void start(Stage stage) {
    frame = new Frame();
    frame.show(new Region());
    drop = new FileDrop(frame, new Lang(Texts.ENGLISH), pulse, file -> opened.add("project " + file), file -> opened.add("own " + file),
        file -> opened.add("lesson " + file));
    stage.setScene(new Scene(frame, 400, 300));
    stage.sizeToScene();
    stage.show();
  }

  private List<String> hints() {
    return frame.lookupAll(".drop-sentence").stream().map(label -> ((Label) label).getText()).toList();
  }

  @Test
  void whatHoversIsSaidAndWhatIsLetGoIsOpenedByItsKind() {
    robot.interact(() -> drop.promise(LESSON));
    assertThat(hints()).containsExactly("Release to open the lesson “taxi.zip”");
    robot.interact(() -> {
      for (String name : List.of("taxi.zip", "plants.csv", "circles.backprop")) {
        drop.take(Path.of(name));
      }
      pulse.tick();
    });
    assertThat(opened).containsExactly("lesson taxi.zip", "own plants.csv", "project circles.backprop");
    assertThat(hints()).isEmpty();
  }

  @Test
  void aFolderOfLessonsIsTaken(@TempDir Path folder) throws IOException {
    assertThat(FileDrop.file(List.of(folder.toFile()))).as("any folder").isEmpty();
    Files.writeString(folder.resolve("contents.txt"), "taxi\n");
    assertThat(FileDrop.file(List.of(folder.toFile()))).contains(folder);
    robot.interact(() -> {
      drop.promise(folder);
      assertThat(hints()).containsExactly("Release to list the lessons of “" + folder.getFileName() + "”");
      drop.take(folder);
      pulse.tick();
    });
    assertThat(opened).containsExactly("lesson " + folder);
  }

  @Test
  void nothingIsPromisedOnceTheFileIsOpenedThoughItHoveredOnceMore() {
    robot.interact(() -> {
      drop.promise(LESSON);
      drop.take(LESSON);
      drop.promise(LESSON);
      pulse.tick();
    });
    assertThat(opened).containsExactly("lesson taxi.zip");
    assertThat(hints()).isEmpty();
  }

  @Test
  void aMouseThatMovesFreelyDragsNothing() {
    robot.moveTo(frame);
    robot.interact(() -> drop.promise(LESSON));
    robot.moveBy(5, 5);
    assertThat(hints()).isEmpty();
  }
}
