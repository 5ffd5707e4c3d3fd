<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>Action</name>
    <message>
        <source>接警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>派警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接听</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接听等待最久的来电并打开警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>挂断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结束当前警单的通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不经来电新建警单（走访、电台、自接警）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成接警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并完成正在填写的警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地图选点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在地图上为警单选取位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废误建的警单并说明原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为选中的警情选择警力并下达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把选中警力推进到下一步：签收、出警、到场、完毕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回警力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回选中警力的派警并说明原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改派</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把选中警力改派到另一警情，时钟保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设为主警力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把选中警力设为主处警力量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联动指令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向联动单位发送指令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写反馈单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处结选中的警情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新打开已处结的警情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关联或合并</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把警单关联或合并到主单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写流水</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在流水中记一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开警单表修改内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警情队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到警情队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到警力表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到地图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到接警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>详情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到警情详情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转到联动单位通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找警单，含已处结的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全市</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地图回到全市</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>切换界面语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>切换配色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色、深色、高对比依次切换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按键表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列出全部按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出程序，未完成的内容已保存</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回拨未接来电</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立警单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成接警：{class_code}，{level} 级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改{field}：“{old}” → “{new}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处结：{result}。{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退单：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新受理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关联到主单 {number}（{link_type}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 关联到本单（{link_type}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解除与主单 {number} 的关联</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 解除关联</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>并入主单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 并入本单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消并入 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 取消并单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>派 {unit}（{role}）{instruction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 主动加入（{role}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 指令送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 签收 {signer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 出警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 到场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 处理完毕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 申请退单：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意 {unit} 退单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回 {unit}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 改派到 {number} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit} 为主处警力量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈：{class_code}，{result}。{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联动 {agency}：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency} 签收 {signer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency} 到场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency} 反馈：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency} 退回：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回 {agency} 的指令：{text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>这支警力不在这张警单上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这支警力已离开这起警情。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个来电不是未接来电。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统记录的流水不能划除，只能划除人工书写的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条流水已经划除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到这条流水。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”的内容不符合要求，请改正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{field}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 下还挂着 {branch}，请先解除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单不能关联到自己。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 已并单，请先取消并单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张警单没有关联主单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 本身挂在别的主单下，请选它的主单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张警单没有并单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这支警力已经在这起警情上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这支警力没有申请退单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还缺：{missing}。补齐后再完成接警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 现在是“{state}”，不能派警。请先完成接警或重开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 现在是“{state}”，不能修改。如需继续请重开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警单 {number} 还有警力未完毕，请先完毕、撤回或改派。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是“{old}”，不能改为“{new}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”不能为空。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}”最多 {limit} 字，现有 {length} 字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一项已不在本机数据中，请重新选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上报时间早于下达时间，请核对本机时钟。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警力 {unit} 正在处理 {number}。可用改派。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警力 {unit} 现在是“{duty}”，不能派警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先选择至少一支警力。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的记录 {seat}/{seq} 校验不符，整批未收。请让对方重新发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开数据文件 {path}。请检查文件夹是否存在、有无权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件 {path} 已损坏。请用备份恢复，原文件不要删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 不是本系统的数据文件。请另选文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘已满，刚才的操作没有保存。请腾出空间后重做；其余数据完好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件 {path} 正被另一个程序使用。请切换到已打开的窗口，或先关闭它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘读写出错，刚才的操作没有保存。请检查磁盘，并尽快备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件正忙，刚才的操作没有保存。请重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件 {path} 由更新的版本（{revision}）建立，本程序未作任何改动。请升级程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件 {path} 只读，不能保存。请检查文件和文件夹的写权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地图进程中断，正在恢复。其余功能不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>部编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机主</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机主地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报警电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报警人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报警人地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案发地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警情类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行政区划</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特征点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>死亡情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受伤情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被困情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>车牌</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号牌种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>救援等级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报警内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补充内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉凶器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉危险品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>爆炸或泄漏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>危化品车辆</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保密</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无效警情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>级别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>嫌疑人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报警人位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管辖单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>流水内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指令内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>派警指令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>呼号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来话内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处结说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>天气</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移交单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出动车辆</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出动人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>救助人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受伤人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>死亡人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抓获人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>涉案人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在逃人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损失金额</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>按键表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>动作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>菜单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>汽车</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>摩托车</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>步巡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>船艇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无人机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主处警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增援</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政府部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公安</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用事业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应急救援</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>社会救助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交通运输</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>银行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>志愿队伍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>派出所</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中队</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Location</name>
    <message>
        <source>地图选点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运营商定位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基站定位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小程序定位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地名库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>卫星定位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>误差 {metres} 米</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metres} 米</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kilometres} 公里</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>警情队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联动通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接警单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警情详情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>漳州110 接处警工作站</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先在队列中选中要派警的警情。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地图进程中断，正在恢复。队列和派警不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>地图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1分</source>
        <comment>age of a position, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1时</source>
        <comment>age of a position, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1天</source>
        <comment>age of a position, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演</source>
        <comment>drill, before a name, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待</source>
        <comment>unit standing by, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>巡</source>
        <comment>unit on patrol, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返</source>
        <comment>unit returning to patrol, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>押</source>
        <comment>unit escorting, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停</source>
        <comment>unit paused, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离</source>
        <comment>unit offline, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>急</source>
        <comment>officer needs help, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>派</source>
        <comment>order given to unit, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达</source>
        <comment>order has reached unit, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签</source>
        <comment>unit has signed the order, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>途</source>
        <comment>unit on the way, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到</source>
        <comment>unit on scene, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退</source>
        <comment>unit asks to return, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceFeed</name>
    <message>
        <source>演练信号中断：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>接警中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待派警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已派警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已到场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待处结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已处结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已并单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已下达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出警途中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在现场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请退单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已改派</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>振铃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已结束</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未接挂断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>驻点待命</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>巡逻待命</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>押解送医</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返巡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>紧急求助</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>未登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>席位：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>位置：无来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ 位置中断 %1 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>位置：正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在保存 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ 已全部保存</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>station</name>
    <message>
        <source>上次异常退出，数据已恢复。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
