package studio.backprop.ui.design.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DrawnPoints;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.panels.Desk;

/** A person draws what a generator is to learn. */
@Timeout(60)
class DrawnPointsModelTest {
  @AutoClose private final Desk desk = new Desk(ring());
  private final DataModel model = new DataModel(desk.document, desk.run, desk.pulse);
  private final DrawnPointsModel drawn = model.settings().drawn();

  private static Project ring() {
    try {
      return SampleProject.of("gan-ring");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private DataSettings data() {
    return desk.document.project().data();
  }

  private void choose(String id) {
    model.choose(model.offersProperty().getValue().stream().filter(offer -> offer.id().equals(id)).findFirst().orElseThrow());
  }

  @Test
  void aGeneratorIsOfferedItsOwnPointsAndTheRingIsTheChosenOne() {
    assertThat(model.offersProperty().getValue()).extracting(DataModel.Offer::id)
        .contains("ring", "gaussian-grid", "line", "drawn", "moons");
    assertThat(model.chosenProperty().getValue().orElseThrow().id()).isEqualTo("ring");
  }

  @Test
  void aStrokeIsOneEditThatCanBeUndoneAndGoesWithTheFile(@TempDir Path folder) throws Exception {
    choose("drawn");
    assertThat(drawn.wantedProperty().getValue()).isTrue();
    drawn.touch(0, 0);
    drawn.touch(0.5, 0.5);
    assertThat(data().drawn()).as("the stroke is under way").isEqualTo(DrawnPoints.NONE);
    drawn.lift();
    DrawnPoints stroke = data().drawn();
    assertThat(stroke.count()).isEqualTo(drawn.shownProperty().get().count()).isGreaterThanOrEqualTo(8);
    ProjectFile.write(folder.resolve("own.backprop"), Saved.of(desk.document.project()));
    assertThat(ProjectFile.read(folder.resolve("own.backprop")).saved().project().data()).isEqualTo(data());
    drawn.toolProperty().set(DrawnPointsModel.Tool.ERASER);
    drawn.touch(0, 0);
    drawn.lift();
    assertThat(data().drawn().count()).isLessThan(stroke.count());
    desk.document.undo();
    assertThat(data().drawn()).isEqualTo(stroke);
    assertThat(drawn.shownProperty().get()).isEqualTo(stroke);
    desk.document.undo();
    assertThat(data().drawn()).isEqualTo(DrawnPoints.NONE);
    drawn.clear();
    assertThat(desk.document.project().data().dataset()).isEqualTo("drawn");
  }
}
