package studio.backprop.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worlds against episodes that Gymnasium has recorded: every field of every step. Those in {@code reference-rl}, and those of the
 * folder that the property {@code reference.rl.dir} names.
 */
class TrajectoryTest {
  private static final Map<String, String> IDS =
      Map.of("CartPole-v1", "cartpole", "MountainCar-v0", "mountain-car", "Acrobot-v1", "acrobot", "CliffWalking-v1", "cliff");
  private static final double EXACT = 1e-9;

  static Stream<Path> episodes() throws IOException {
    String other = System.getProperty("reference.rl.dir", "");
    String named = other.startsWith("$") ? "" : other;
    return Stream.of("src/test/resources/reference-rl", named).filter(folder -> !folder.isBlank()).flatMap(folder -> {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Test
  void everyWorldOfGymnasiumHasEpisodes() throws IOException {
    List<String> names = episodes().map(file -> file.getFileName().toString()).toList();
    assertThat(IDS.keySet()).allSatisfy(name -> assertThat(names).anyMatch(file -> file.startsWith(name)));
  }

  @ParameterizedTest
  @MethodSource("episodes")
  void everyFieldOfEveryStepIsGymnasiums(Path file) throws IOException {
    JsonNode episode = new JsonMapper().readTree(Files.readString(file));
    Environment world = Environments.find(IDS.get(episode.get("environment").asString())).orElseThrow();
    JsonNode limit = episode.get("limit");
    assertThat(world.limit().isPresent()).isEqualTo(!limit.isNull());
    if (!limit.isNull()) {
      assertThat(world.limit().getAsInt()).isEqualTo(limit.asInt());
    }
    double[] state = numbers(episode.get("start"));
    assertThat(state).hasSize(world.stateSize());
    assertThat(observed(world, state)).isEqualTo(numbers(episode.get("observation")));
    int steps = 0;
    for (JsonNode step : episode.get("steps")) {
      assertThat(world.terminated(state)).isFalse();
      double reward = world.step(state, step.get("action").asInt(), new SplittableRandom(0));
      steps++;
      double[] expected = numbers(step.get("state"));
      for (int i = 0; i < expected.length; i++) {
        assertThat(state[i]).as("%s, step %d, state %d", file.getFileName(), steps, i).isCloseTo(expected[i], within(EXACT));
      }
      double[] seen = numbers(step.get("observation"));
      for (int i = 0; i < seen.length; i++) {
        assertThat(observed(world, state)[i]).isCloseTo(seen[i], within(1e-7 * Math.max(1, Math.abs(seen[i]))));
      }
      assertThat(reward).isEqualTo(step.get("reward").asDouble());
      assertThat(world.terminated(state)).isEqualTo(step.get("terminated").asBoolean());
      assertThat(world.limit().isPresent() && steps >= world.limit().getAsInt()).isEqualTo(step.get("truncated").asBoolean());
      assertThat(reward).isBetween(world.leastReward(), world.mostReward());
    }
    assertThat(steps).isPositive();
  }

  /** What an agent sees, as Gymnasium writes it: a place by its number. */
  private static double[] observed(Environment world, double[] state) {
    float[] seen = new float[world.observed().size()];
    world.observe(state, seen, 0);
    if (world instanceof Grid) {
      for (int place = 0; place < seen.length; place++) {
        assertThat(seen[place]).isEqualTo(place == (int) state[0] ? 1f : 0f);
      }
      return new double[] {(int) state[0]};
    }
    double[] all = new double[seen.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = seen[i];
    }
    return all;
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }
}
