package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Frames;
import studio.backprop.ui.kit.Look;

/** What is learned for stands first: of an agent the return, of others the loss. */
@ExtendWith(ApplicationExtension.class)
class DockOrderStoryTest {
  private Studio studio;
  private DockView dock;

  @Start
  void start(Stage stage) {
    Fonts.load();
    studio = new Studio(Studio.circles());
    dock = new DockView(studio.plots, studio.lang, studio.theme);
    Scene scene = new Scene(dock, 1600, 288);
    new Look(studio.theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private void open(Project project) throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> studio.document.open(project, "other", Optional.empty()));
    studio.beatUntil(() -> studio.run.projectProperty().get() == studio.document.project());
    Frames.next();
  }

  private Node view(int number) {
    return dock.views().get(number);
  }

  @Test
  void theReturnOfAnAgentComesFirst() throws Exception {
    assertThat(dock.getChildren().get(0)).isSameAs(view(0));
    Frames.next();
    double wide = view(0).getBoundsInParent().getWidth();
    open(SampleProject.of("cliff"));
    assertThat(dock.getChildren()).containsExactly(view(1), view(0), view(2), view(3));
    assertThat(dock.lookupAll(".first")).contains(view(1)).doesNotContain(view(0));
    assertThat(view(1).getBoundsInParent().getWidth()).isEqualTo(wide);
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> dock.showOnly(Set.of(1, 3)));
    assertThat(view(0).isVisible()).isFalse();
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> dock.showOnly(Set.of(0, 1, 2, 3)));
    open(Studio.circles());
    assertThat(dock.getChildren()).containsExactly(view(0), view(1), view(2), view(3));
    assertThat(dock.lookupAll(".first")).contains(view(0)).doesNotContain(view(1));
  }
}
