package studio.backprop.lesson.command;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.draw.Drawing;
import studio.backprop.lesson.check.LessonView;

/** Command of a lesson. */
public sealed interface LessonCommand {
  <R, E extends Exception> R on(CommandTarget<R, E> target) throws E;

  /** Opens another project. */
  sealed interface Opening extends LessonCommand {
    /** @param start a file of the lesson's folder or, as {@code sample NAME}, one of the samples */
    static Opening of(String start) {
      return start.startsWith("sample ") ? new OpenSample(start.substring("sample ".length()).strip()) : new Open(start);
    }

    /** Name of the file or sample, without extension. */
    String name();
  }

  /** Opens a project of the lesson's folder. */
  record Open(String file) implements Opening {
    @Override
    public String name() {
      return file.replaceFirst("\\.backprop$", "");
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Opens a sample. */
  record OpenSample(String id) implements Opening {
    @Override
    public String name() {
      return id;
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Restores the initial weights. */
  record Reset() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Draws other initial weights: the next seed. */
  record NewWeights() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Unit of a step: operation, batch or epoch. */
  enum Grain {
    OP, STEP, EPOCH
  }

  /** Takes training steps. */
  record Steps(int count, Grain grain) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Trains to the end of an epoch. */
  record RunToEpoch(int epoch) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Shows a past step. */
  record GoToStep(long step) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Object that holds a setting. */
  enum Owner {
    TRAINING, DATA, NODE, AGENT, GAN
  }

  /**
   * Changes a setting.
   *
   * @param lane variant of a comparison; empty for the project itself
   * @param node name of the node, or a pattern; empty for other owners
   */
  record Change(Optional<Character> lane, Owner owner, String node, String name, String value) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Sets one element of a node's parameter. @param parameter weight or bias */
  record SetNumber(String node, String parameter, List<Integer> indices, double value) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Adds a layer after a node. */
  record AddLayer(String type, String name, String after) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Removes a node. */
  record RemoveNode(String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Adds an edge. */
  record DrawWire(String from, String to) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Trains the variants of a comparison to their end. */
  record RunLanes() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /**
   * Cross-validates the project.
   *
   * @param folds at least 2
   * @param repeats number of divisions into folds
   * @param seed of the divisions
   * @param best number of columns selected; 0 for all
   * @param onAll whether columns are selected on all rows (leakage), not inside each fold
   */
  record RunFolds(int folds, int repeats, long seed, int best, boolean onAll) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Runs the hyperparameter search planned in the project, with its seed. @param trials budget; 0 for the planned one */
  record RunSearch(int trials) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Retrains the best trials of the search with other seeds. */
  record RunSeeds() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Starts one of the doctor's experiments. @param number from 1 */
  record TryExperiment(String finding, int number) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Keeps a variant of a comparison. */
  record KeepLane(char lane) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Keeps the change tried by the doctor's experiment. */
  record KeepExperiment() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Opens a view. @param node name of the inspected node; empty for other views */
  record OpenView(LessonView view, String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Selects a node. */
  record SelectNode(String node) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Selects an example. */
  record ChooseExample(Part part, int row) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Puts a drawing on the pad, which then has no label; an empty one clears it. */
  record Draw(Drawing drawing) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Puts the selected example on the pad, with its label, to be edited pixel by pixel. */
  record DrawExample() implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Changes a pixel of the example on the pad. @param ink whether to the value of ink, else of paper */
  record DrawPixel(int row, int column, boolean ink) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Labels the drawing on the pad. @param label class index from 0 */
  record LabelDrawing(int label) implements LessonCommand {
    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }

  /** Answers a question. @param sure confidence, 1 to 3 */
  record GiveAnswer(String id, String value, int sure) implements LessonCommand {
    /** The answer as a number; NaN for a word. */
    public double number() {
      return value.matches("-?[\\d.]+(e-?\\d+)?") ? Double.parseDouble(value) : Double.NaN;
    }

    @Override
    public <R, E extends Exception> R on(CommandTarget<R, E> target) throws E {
      return target.on(this);
    }
  }
}
