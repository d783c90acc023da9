package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.train.agent.GreedyEpisode;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Painting;

/** The picture of an agent in its world: what is asked in one world is not asked in another. */
@ExtendWith(ApplicationExtension.class)
class EnvironmentViewTest {
  /** Of a policy map. */
  private static final int SIZE = 4;

  private Studio studio;
  private EnvironmentView view;
  private Painting painting;

  @Start
  void start(Stage stage) {
    Fonts.load();
    studio = new Studio(Studio.circles());
    view = new EnvironmentView(studio.plots.output(), studio.plots.ownKeys(), studio.pulse, studio.lang, studio.theme);
    StackPane root = new StackPane(view.node());
    Scene scene = new Scene(root, 400, 300);
    new Look(studio.theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    painting = (Painting) view.node().getChildrenUnmodifiable().get(0);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private static NetworkOutput.World seen(Environment world) throws Exception {
    PreparedData data = PreparedData.load(DataSettings.of(world.id()), Optional.empty(), Progress.NONE);
    GreedyEpisode episode = GreedyEpisode.play(world, data.inputScaler(), seen -> new float[world.actions().size()],
        new SplittableRandom(1));
    int places = world instanceof Grid grid ? grid.rows() * grid.columns() : SIZE * SIZE;
    return new NetworkOutput.World(new NetworkOutput.Judged(0, data, Part.TRAIN, Metrics.NONE), episode, false,
        new float[places * world.actions().size()], world instanceof Grid ? 0 : SIZE, 0, 1);
  }

  private void show(NetworkOutput.World world) {
    view.show(world, false);
    painting.getScene().getRoot().applyCss();
    painting.getScene().getRoot().layout();
  }

  /** In a small window, too, a person can play: the switch is never without its words or its picture. */
  @Test
  void theSwitchToPlayIsThereInANarrowPlace() throws Exception {
    NetworkOutput.World pole = seen(new CartPole());
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      HBox tools = (HBox) view.tool().orElseThrow();
      ToggleButton own = (ToggleButton) tools.getChildren().get(2);
      show(pole);
      assertThat(own.getContentDisplay()).isEqualTo(ContentDisplay.TEXT_ONLY);
      view.node().setMaxWidth(200);
      show(pole);
      assertThat(view.node().getWidth()).isEqualTo(200);
      assertThat(own.isVisible() && own.isManaged()).isTrue();
      assertThat(own.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
      assertThat(own.getGraphic()).isNotNull();
      own.fire();
      assertThat(painting.getAccessibleText()).isEqualTo(studio.lang.say("plots.own_keys", 0, "0", "0"));
      return null;
    });
  }

  @Test
  void anotherWorldForgetsTheSquareThatWasAskedAbout() throws Exception {
    NetworkOutput.World cliff = seen(Grid.CLIFF);
    NetworkOutput.World pole = seen(new CartPole());
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      show(cliff);
      String playing = painting.getAccessibleText();
      double[] middle = {painting.getWidth() / 2, painting.getHeight() / 3};
      Event.fireEvent(painting, new MouseEvent(MouseEvent.MOUSE_PRESSED, middle[0], middle[1], 0, 0, MouseButton.PRIMARY, 1, false, false,
          false, false, true, false, false, false, false, true, null));
      assertThat(painting.getAccessibleText()).isEqualTo(studio.lang.say("plots.what_if")).isNotEqualTo(playing);
      show(pole);
      assertThat(painting.getAccessibleText()).isNotEqualTo(studio.lang.say("plots.what_if"));
      return null;
    });
  }

  /** Whoever plays instead of the agent is told so by the title. */
  @Test
  void theTitleSaysWhoPlays() throws Exception {
    NetworkOutput.World pole = seen(new CartPole());
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      int[] heard = {0};
      view.onTitle(() -> heard[0]++);
      show(pole);
      assertThat(view.unit()).isEmpty();
      ToggleButton own = (ToggleButton) ((HBox) view.tool().orElseThrow()).getChildren().get(2);
      own.fire();
      assertThat(view.unit()).hasValue(studio.lang.say("plots.own_title"));
      own.fire();
      assertThat(view.unit()).isEmpty();
      assertThat(heard[0]).isEqualTo(2);
      return null;
    });
  }

  /** The episode goes on from the push as soon as the network was asked, and not from any other state. */
  @Test
  void aPushedCartGoesOnFromThePush() throws Exception {
    CartPole world = new CartPole();
    NetworkOutput.World pole = seen(world);
    NetworkOutput.World other = new NetworkOutput.World(pole.judged(), seen(world).episode(), false, pole.map(), SIZE, 0, 1);
    double[] pushed = pole.episode().moments().get(0).state().clone();
    world.push(pushed, 0.4);
    GreedyEpisode after = GreedyEpisode.playFrom(pushed, world, pole.judged().data().inputScaler(),
        input -> new float[world.actions().size()], new SplittableRandom(1));
    NetworkOutput.World goesOn = new NetworkOutput.World(pole.judged(), after, false, pole.map(), SIZE, 0, 1);
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      show(pole);
      String before = painting.getAccessibleText();
      Event.fireEvent(painting, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, false, false, false));
      show(other);
      assertThat(painting.getAccessibleText()).isEqualTo(before).isEqualTo(studio.lang.say("plots.world_now", 0, "0"));
      show(goesOn);
      assertThat(painting.getAccessibleText()).isEqualTo(studio.lang.say("plots.push_after", 0, "0"));
      return null;
    });
  }
}
