package studio.backprop.landscape.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import studio.backprop.text.Message;

/** Test function of two weights x and y for optimizers. Minimum 0, for logarithmic plots. */
public enum TestSurface {
  /** ½(x² + 20y²): ill-conditioned quadratic. SGD zigzags, or is slow. */
  RAVINE("\\frac{1}{2}\\left(x^2 + 20\\, y^2\\right)", new SurfaceView(-6, 2, -2.5, 2.5), new SurfacePoint(-5, 1.5),
      List.of(new SurfacePoint(0, 0)), 0.09, 0.02, 0.05, 0.1) {
    @Override
    public double loss(double x, double y) {
      return 0.5 * (x * x + STEEPNESS * y * y);
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      return new SurfacePoint(x, STEEPNESS * y);
    }
  },

  /** (1 − x)² + 100(y − x²)²: curved valley. Rosenbrock 1960. */
  ROSENBROCK("(1 - x)^2 + 100\\left(y - x^2\\right)^2", new SurfaceView(-2, 2, -1, 3), new SurfacePoint(-1.2, 1),
      List.of(new SurfacePoint(1, 1)), 0.002, 0.001, 0.05, 0.2) {
    @Override
    public double loss(double x, double y) {
      double across = y - x * x;
      return (1 - x) * (1 - x) + 100 * across * across;
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      double across = y - x * x;
      return new SurfacePoint(-2 * (1 - x) - 400 * x * across, 200 * across);
    }
  },

  /** (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: plateau with steep corners. Beale 1958. */
  BEALE("\\left(1.5 - x + xy\\right)^2 + \\left(2.25 - x + xy^2\\right)^2 + \\left(2.625 - x + xy^3\\right)^2",
      new SurfaceView(-1, 4.5, -2, 2), new SurfacePoint(0.5, 1.4), List.of(new SurfacePoint(3, 0.5)), 0.01, 0.005, 0.02, 0.1) {
    @Override
    public double loss(double x, double y) {
      double a = 1.5 - x + x * y;
      double b = 2.25 - x + x * y * y;
      double c = 2.625 - x + x * y * y * y;
      return a * a + b * b + c * c;
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      double a = 1.5 - x + x * y;
      double b = 2.25 - x + x * y * y;
      double c = 2.625 - x + x * y * y * y;
      return new SurfacePoint(
          2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1)), 2 * x * (a + 2 * b * y + 3 * c * y * y));
    }
  },

  /** (x² + y − 11)² + (x + y² − 7)²: four minima, all of them 0. Himmelblau 1972. */
  HIMMELBLAU("\\left(x^2 + y - 11\\right)^2 + \\left(x + y^2 - 7\\right)^2", new SurfaceView(-6, 6, -6, 6), new SurfacePoint(0.5, 4.5),
      List.of(new SurfacePoint(3, 2), new SurfacePoint(-2.805118086952745, 3.131312518250573),
          new SurfacePoint(-3.779310253377747, -3.283185991286170), new SurfacePoint(3.584428340330492, -1.848126526964404)),
      0.005, 0.005, 0.02, 0.1) {
    @Override
    public double loss(double x, double y) {
      double a = x * x + y - 11;
      double b = x + y * y - 7;
      return a * a + b * b;
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      double a = x * x + y - 11;
      double b = x + y * y - 7;
      return new SurfacePoint(4 * x * a + 2 * b, 2 * a + 4 * y * b);
    }
  },

  /** ½x² + ¼(y² − 1)²: saddle at the origin between two minima. */
  SADDLE("\\frac{1}{2} x^2 + \\frac{1}{4}\\left(y^2 - 1\\right)^2", new SurfaceView(-2, 2, -1.6, 1.6), new SurfacePoint(-1.7, 0.001),
      List.of(new SurfacePoint(0, 1), new SurfacePoint(0, -1)), 0.05, 0.01, 0.01, 0.02) {
    @Override
    public double loss(double x, double y) {
      double bowl = y * y - 1;
      return 0.5 * x * x + 0.25 * bowl * bowl;
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      return new SurfacePoint(x, y * (y * y - 1));
    }
  },

  /** ½(x⁴ − 16x² + 5x + y⁴ − 16y² + 5y) + 78.3323: four minima, one global; the constant makes it 0. Styblinski and Tang 1990. */
  STYBLINSKI_TANG("\\frac{1}{2}\\left(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y\\right) + 78.3323", new SurfaceView(-5, 5, -5, 5),
      new SurfacePoint(0.5, 4.5),
      List.of(new SurfacePoint(Root.LOW, Root.LOW), new SurfacePoint(Root.HIGH, Root.LOW), new SurfacePoint(Root.LOW, Root.HIGH),
          new SurfacePoint(Root.HIGH, Root.HIGH)),
      0.02, 0.01, 0.02, 0.1) {
    @Override
    public double loss(double x, double y) {
      return part(x) + part(y) - 2 * part(Root.LOW);
    }

    private double part(double x) {
      double square = x * x;
      return 0.5 * (square * square - 16 * square + 5 * x);
    }

    @Override
    public SurfacePoint gradient(double x, double y) {
      return new SurfacePoint(slope(x), slope(y));
    }

    private double slope(double x) {
      return 2 * x * x * x - 16 * x + 2.5;
    }
  };

  /** Condition number of the ravine. */
  private static final double STEEPNESS = 20;

  /** Minima of Styblinski and Tang in each weight: roots of 2x³ − 16x + 2.5 with positive slope. */
  private static final class Root {
    static final double LOW = -2.903534027771177;
    static final double HIGH = 2.746802770990837;
  }

  private final String formula;
  private final SurfaceView view;
  private final SurfacePoint start;
  private final List<SurfacePoint> minima;
  private final List<Double> rates;

  TestSurface(String formula, SurfaceView view, SurfacePoint start, List<SurfacePoint> minima, double... rates) {
    this.formula = formula;
    this.view = view;
    this.start = start;
    this.minima = minima;
    this.rates = Arrays.stream(rates).boxed().toList();
  }

  /** By name, such as {@code ravine} or {@code styblinski-tang}. */
  public static Optional<TestSurface> find(String id) {
    return Arrays.stream(values()).filter(surface -> surface.id().equalsIgnoreCase(id)).findFirst();
  }

  public abstract double loss(double x, double y);

  /** (∂L/∂x, ∂L/∂y). */
  public abstract SurfacePoint gradient(double x, double y);

  /** Name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Message title() {
    return Message.of("landscape.surface." + id());
  }

  /** Localized description. */
  public Message help() {
    return Message.of("landscape.surface." + id() + ".help");
  }

  /** Formula in LaTeX. */
  public String formula() {
    return formula;
  }

  /** Default view. */
  public SurfaceView view() {
    return view;
  }

  /** Default starting point. */
  public SurfacePoint start() {
    return start;
  }

  /** Minima, lowest first. */
  public List<SurfacePoint> minima() {
    return minima;
  }

  /** Random point within the view. */
  public SurfacePoint anywhere(RandomGenerator random) {
    double right = random.nextDouble();
    double up = random.nextDouble();
    return new SurfacePoint(view.left() + right * (view.right() - view.left()), view.bottom() + up * (view.top() - view.bottom()));
  }

  /** Suitable learning rates of SGD, momentum, RMSprop and Adam. */
  List<Double> rates() {
    return rates;
  }
}
