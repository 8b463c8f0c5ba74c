"""Write trained weights as the file that ships: ONNX, with weights as 8-bit integers.

python training/export.py WEIGHTS.pt OUT.onnx [--float]
"""

import json
import sys
from pathlib import Path

import onnx
import torch
from net import Net
from onnxruntime.quantization import QuantType, quantize_dynamic


def main() -> None:
    """The command line."""
    saved = torch.load(sys.argv[1], weights_only=True)
    out, head = Path(sys.argv[2]), saved["head"]
    net = Net(head)
    net.load_state_dict(saved["net"])
    net.eval()
    ids = torch.randint(1000, 2000, (2, 64))
    plain = out.with_suffix(".float.onnx")
    names = ["tags", "choices", "rows", "columns"]
    axes = {name: {0: "windows", 1: "pieces"} for name in ["ids", "traits", "hints", "mask", *names]}
    shape = (*ids.shape, len(head["hints"]))
    torch.onnx.export(
        net,
        (ids, torch.zeros_like(ids), torch.zeros(shape), torch.ones(ids.shape)),
        str(plain),
        input_names=["ids", "traits", "hints", "mask"],
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(plain), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    for path in (plain, out):
        model = onnx.load(str(path))
        labels = [
            head["layers"],
            head["links"],
            [[name, values] for name, (_, values) in head["choices"].items()],
            head["hints"],
        ]
        notes = {
            "labels": json.dumps(labels), "near": json.dumps([[round(x, 4) for x in row] for row in net.near.tolist()]),
            "base": json.dumps([round(x, 4) for x in net.base.tolist()]),
        }  # fmt: skip
        onnx.helper.set_model_props(model, notes)
        onnx.save(model, str(path))
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
