package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Columns;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;

/**
 * Recursive feature elimination on a project's table: retrains from its seed and removes the columns with the least permutation importance
 * on the <em>training</em> part, until one is left. The validation part only measures each network. Each training is bitwise equal to that
 * of the project without these columns.
 */
public final class ColumnElimination {
  /** Permutations of each column per round. */
  public static final int REPEATS = 3;
  /** Inverse share of the columns removed per round. */
  private static final int INVERSE_SHARE = 20;

  /** Whether its data are a table whose columns can be removed. */
  public static boolean suits(Project project) {
    String dataset = project.data().dataset();
    return dataset.equals(DatasetCatalog.OWN_TABLE) ? project.data().columns().reading() == Columns.Reading.ROWS
        : DatasetCatalog.find(dataset).filter(info -> info.source().leavesOut()).isPresent();
  }

  private final int threads;

  public ColumnElimination(int threads) {
    this.threads = threads;
  }

  /** Number of columns removed after a round: 5 %, at least one. */
  public static int leaving(int columns) {
    return Math.max(1, columns / INVERSE_SHARE);
  }

  /** Number of trainings down to one column. */
  public static int rounds(int columns) {
    int rounds = 0;
    for (int left = columns; left > 0; left -= leaving(left)) {
      rounds++;
    }
    return rounds;
  }

  /**
   * Trains until one column is left.
   *
   * @param stop checked before each step; completed rounds are kept
   * @param done notified of each round
   * @throws DataProblem if the data or the network cannot be used with fewer columns
   */
  public List<EliminationRound> run(Project project, BooleanSupplier stop, Consumer<EliminationRound> done) throws DataProblem {
    List<EliminationRound> rounds = new ArrayList<>();
    Project now = project;
    while (!stop.getAsBoolean()) {
      PreparedData data = PreparedData.load(now.data(), now.table(), Progress.NONE);
      now = fitted(now, data.dataset().inputShape());
      Optional<EliminationRound> round = round(now, data, stop);
      if (round.isEmpty()) {
        break;
      }
      rounds.add(round.get());
      done.accept(round.get());
      if (round.get().leaving().size() == round.get().columns().size()) {
        break;
      }
      now = without(now, round.get().leaving());
    }
    return rounds;
  }

  private Optional<EliminationRound> round(Project project, PreparedData data, BooleanSupplier stop) throws DataProblem {
    TableColumns columns = TableColumns.of(data.dataset()).orElseThrow(() -> new DataProblem(Message.of("features.problem.no_columns")));
    List<Problem> problems = Readiness.problems(project, project.network().analyse(), DataForm.of(data));
    if (!problems.isEmpty()) {
      throw new DataProblem(Message.of("features.problem.network", columns.count(), problems.get(0).sentence()));
    }
    try (Kernels kernels = KernelChoice.create(threads)) {
      MemoryLimit.check(project, data, kernels, Purpose.TRAIN_LEAN);
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      Runs.drive(session, () -> !stop.getAsBoolean(), running -> {});
      if (!session.finished()) {
        return Optional.empty();
      }
      Replica replica = Replica.of(project.network(), data, session.parameters(), kernels);
      List<String> leaving = columns.count() == 1 ? columns.names() : least(replica, columns, stop);
      return Optional.of(new EliminationRound(columns.names(), leaving, session.evaluate(Part.TRAIN), session.evaluate(Part.VALIDATION),
          session.parameters().sha256(), session.fault().map(Fault::sentence)));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private static List<String> least(Replica replica, TableColumns columns, BooleanSupplier stop) {
    TabularNetworkPredictor network = new TabularNetworkPredictor(replica, columns, stop);
    double[][] rows = network.rows(Part.TRAIN, Integer.MAX_VALUE);
    double[] importance = IntStream.range(0, columns.count())
        .mapToDouble(c -> network.importance(Part.TRAIN, rows, new int[] {c}, ImportanceMetric.LOSS, REPEATS).mean())
        .map(mean -> Double.isNaN(mean) ? 0 : mean).toArray();
    int[] all = IntStream.range(0, columns.count()).toArray();
    List<Integer> stay = IntStream.of(Elimination.survivors(all, importance, leaving(all.length))).boxed().toList();
    return IntStream.of(all).filter(c -> !stay.contains(c)).mapToObj(columns.names()::get).toList();
  }

  /** The project without some columns, its input reshaped. */
  private static Project without(Project project, List<String> columns) {
    Columns now = project.data().columns();
    return project.withData(project.data().withColumns(
        now.withLeftOut(Stream.concat(now.leftOut().stream(), columns.stream()).distinct().toList())));
  }

  /** Settings that must be equal for comparable eliminations. */
  public static List<Object> comparable(Project project) {
    Project any = fitted(project, Shape.of(1));
    return List.of(project.data().withColumns(project.data().columns().withLeftOut(List.of())), project.table(), project.training(),
        any.network().computed());
  }

  private static Project fitted(Project project, Shape shape) {
    List<Node> inputs = project.network().nodes().stream().filter(node -> node.layer().isInput()).toList();
    return inputs.size() != 1 ? project
        : project.withNetwork(network -> network.with(inputs.get(0).id(), node -> node.withLayer(LayerCatalog.input(shape))));
  }
}
