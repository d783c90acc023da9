package studio.backprop.ui.workspace.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** Every world has a picture of its own. */
@ExtendWith(ApplicationExtension.class)
class EnvironmentPainterTest {
  private static final int WIDE = 400;
  private static final int HIGH = 160;

  private static List<Integer> painted(Environment world) throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      double[] state = new double[world.stateSize()];
      world.reset(new SplittableRandom(1), state);
      Canvas canvas = new Canvas(WIDE, HIGH);
      new EnvironmentPainter(canvas.getGraphicsContext2D(), new ThemeModel(Theme.LIGHT).palette(), 0, 0, WIDE, HIGH).callCliff("x")
          .paint(world, state);
      PixelReader seen = canvas.snapshot(null, null).getPixelReader();
      List<Integer> pixels = new ArrayList<>();
      for (int i = 0; i < WIDE * HIGH; i++) {
        pixels.add(seen.getArgb(i % WIDE, i / WIDE));
      }
      return pixels;
    });
  }

  @Test
  void everyEnvironmentHasAPictureOfItsOwn() throws Exception {
    Set<List<Integer>> pictures = new HashSet<>();
    for (Environment world : Environments.all()) {
      List<Integer> picture = painted(world);
      assertThat(new HashSet<>(picture)).as(world.id()).hasSizeGreaterThan(2);
      assertThat(pictures.add(picture)).as(world.id()).isTrue();
    }
  }

  /** Not drawn as some other one. */
  @Test
  void aWorldThatNobodyHasDrawnIsTold() {
    assertThatThrownBy(() -> painted(new Undrawn())).hasStackTraceContaining("no picture of the environment undrawn");
  }

  private static final class Undrawn implements Environment {
    @Override
    public String id() {
      return "undrawn";
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public List<ObservationVariable> observed() {
      return List.of();
    }

    @Override
    public List<String> actions() {
      return List.of("left", "right");
    }

    @Override
    public OptionalInt limit() {
      return OptionalInt.empty();
    }

    @Override
    public double solved() {
      return 0;
    }

    @Override
    public double mostReward() {
      return 0;
    }

    @Override
    public double leastReward() {
      return 0;
    }

    @Override
    public void reset(SplittableRandom dice, double[] state) {
      state[0] = 0;
    }

    @Override
    public void anywhere(SplittableRandom dice, double[] state) {
      state[0] = 0;
    }

    @Override
    public double step(double[] state, int action, SplittableRandom dice) {
      return 0;
    }

    @Override
    public boolean terminated(double[] state) {
      return true;
    }

    @Override
    public void observe(double[] state, float[] to, int at) {
      // it sees nothing
    }

    @Override
    public void imagine(float[] seen, double[] state) {
      // there is nothing to imagine
    }
  }
}
