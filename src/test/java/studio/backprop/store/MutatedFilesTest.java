package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.project.Project;
import studio.backprop.store.Mutation.Kind;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/**
 * Files that something has happened to: real ones with flipped bits, lost ends, swapped entries, absurd numbers. Each opens or is
 * explained in one sentence; whichever it is, no other exception comes out and memory stays within bounds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedFilesTest {
  private static final int ROUNDS = Integer.getInteger("backprop.mutations", 40);
  private static final long MOST_BYTES = 100L << 20;

  private static final String TABLE = "size;colour;price\n1,5;red;3\n2,5;\"blue;ish\";4\n3;red;NA\n4,25;green;7\n";

  private final List<byte[]> originals = new ArrayList<>();

  @BeforeAll
  void realFiles(@TempDir Path folder) throws Exception {
    originals.add(Projects.bytes(folder, Projects.trained(Projects.circles(), 10)));
    originals.add(Projects.bytes(folder, Saved.of(Projects.circles().withNetwork(n -> Projects.everyLayer()))));
    originals.add(Projects.bytes(folder, Saved.of(Projects.circles().withNetwork(n -> Projects.pictures()))));
    originals.add(Projects.bytes(folder, Saved.of(ownTable())));
    originals.add(Projects.bytes(folder, Saved.of(Projects.circles()).with(Projects.tries())));
    for (String sample : List.of("iris", "digits-cnn")) {
      try (InputStream in = Sample.find(sample).orElseThrow().open()) {
        originals.add(in.readAllBytes());
      }
    }
  }

  private static Project ownTable() throws Exception {
    TableData table = CsvFile.read("mine.csv", new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    return Projects.circles().withTable(table).withData(DataSettings.of(DatasetCatalog.OWN_TABLE));
  }

  @Test
  void everyMutatedFileOpensOrIsExplained() throws Exception {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      SplittableRandom random = new SplittableRandom(kind.ordinal());
      for (int round = 0; round < ROUNDS; round++) {
        byte[] mutated = kind.mutate(originals.get(random.nextInt(originals.size())), random);
        told.merge(openOrExplain(kind + " " + round, mutated), 1, Integer::sum);
      }
    }
    assertThat(ROUNDS * Kind.values().length).isGreaterThanOrEqualTo(200);
    assertThat(told).as("what was told how often").containsKey("opened").hasSizeGreaterThan(12);
  }

  private static String openOrExplain(String what, byte[] bytes) {
    long before = allocated();
    String told;
    try {
      Opened opened = Projects.open(bytes);
      use(opened);
      told = "opened";
    } catch (StoreProblem problem) {
      assertSaid(problem.sentence());
      Message clause = (Message) problem.sentence().args().get(1);
      told = (clause.key().equals("store.value") ? (Message) clause.args().get(0) : clause).key();
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      throw new AssertionError(what + " lets another exception out", e);
    }
    assertThat(allocated() - before).as("bytes taken by " + what).isLessThan(MOST_BYTES);
    return told;
  }

  /** What the window does with every project that it opens. */
  private static void use(Opened opened) throws Exception {
    Project project = opened.saved().project();
    project.network().analyse().trainingBytes(project.training().batch());
    opened.notes().forEach(MutatedFilesTest::assertSaid);
    opened.saved().parameters().ifPresent(parameters -> assertThat(parameters.sha256()).isNotEmpty());
  }

  private static void assertSaid(Message sentence) {
    for (Texts texts : Texts.all()) {
      String said = texts.say(sentence);
      assertThat(said).endsWith(texts == Texts.ENGLISH ? "." : "。").doesNotContain("Exception", "{0}", "null ");
      assertThat(said.length()).as(said).isLessThan(500);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void everyMutatedTableIsReadOrExplained() throws Exception {
    byte[] table = TABLE.repeat(5).getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 5 * ROUNDS; round++) {
      byte[] mutated = table;
      for (int blow = 1 + random.nextInt(3); blow > 0; blow--) {
        mutated = Kind.BYTES.mutate(mutated, random);
      }
      try {
        TableData read = CsvFile.read("mine.csv", new ByteArrayInputStream(mutated), Progress.NONE);
        PreparedData.load(DataSettings.of(DatasetCatalog.OWN_TABLE), Optional.of(read), Progress.NONE);
      } catch (DataProblem problem) {
        assertSaid(problem.sentence());
      } catch (RuntimeException e) {
        throw new AssertionError("table " + round + " lets another exception out: " + new String(mutated, StandardCharsets.UTF_8), e);
      }
    }
  }
}
